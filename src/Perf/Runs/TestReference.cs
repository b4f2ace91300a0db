namespace Perf.Runs;

/// <summary>A test as a reader runs it again.</summary>
/// <param name="FullName">The full name with arguments.</param>
/// <param name="ClassName">The class alone, for a list.</param>
/// <param name="MethodName">The method alone.</param>
/// <param name="Project">The test project as a reader names it on the command line: <c>tests/Perf.Regression</c>.</param>
public sealed record TestReference(string FullName, string ClassName, string MethodName, string Project)
{
    /// <summary>What the command needs besides to run the same build in the same environment: <c>-p:Accelerator=cuda</c>; null where nothing.</summary>
    public string? Options { get; init; }

    /// <summary>The command that runs this test alone.</summary>
    public string Reproduce =>
        $"dotnet test {Project} -c Release {(Options is null ? "" : $"{Options} ")}--filter FullyQualifiedName~{ClassName}.{MethodName}";

    /// <summary>The record of the run, as a reader names it on the command line.</summary>
    public string RunFile
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? UsualRunFile(Project);
    } = UsualRunFile(Project);

    /// <summary>Whether the run was beside a base build, and no baseline file has a say in it.</summary>
    public bool BesideBaseBuild { get; init; }

    /// <summary>How what it does now is accepted: a command, or what to do where there is no file to change.</summary>
    public string Accept => BesideBaseBuild
        ? "by merging it; or by a raised [PerfVersion] on the test, which then counts as new"
        : $"dotnet perf baseline accept {RunFile} --test {ClassName}.{MethodName} --reason \"…\"";

    private static string UsualRunFile(string project) => $"artifacts/perf/{project[(project.LastIndexOf('/') + 1)..]}/run.json";
}
