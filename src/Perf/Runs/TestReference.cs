namespace Perf.Runs;

/// <summary>A test as a reader runs it again.</summary>
/// <param name="FullName">The full name with arguments.</param>
/// <param name="ClassName">The class alone, for a list.</param>
/// <param name="MethodName">The method alone.</param>
/// <param name="Project">The test project as a reader names it on the command line: <c>tests/Perf.Regression</c>.</param>
public sealed record TestReference(string FullName, string ClassName, string MethodName, string Project)
{
    /// <summary>The command that runs this test alone.</summary>
    public string Reproduce => $"dotnet test {Project} -c Release --filter FullyQualifiedName~{ClassName}.{MethodName}";

    /// <summary>The command that records what it does now as its baseline.</summary>
    public string Accept => $"PERF_RECORD=true {Reproduce}";
}
