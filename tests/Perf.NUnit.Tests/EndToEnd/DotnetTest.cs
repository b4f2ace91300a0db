using System.Reflection;

namespace Perf.Tests.EndToEnd;

/// <summary>Runs the data project by the real <c>dotnet test</c>, as a user would, and reads the TRX that it leaves.</summary>
internal sealed class DotnetTest : IDisposable
{
    public DotnetTest() => Folder = Directory.CreateTempSubdirectory("perf-e2e-").FullName;

    /// <summary>A folder of this run alone.</summary>
    public string Folder { get; }

    public string Baseline => Path.Combine(Folder, "baseline.json");

    public string Report => Path.Combine(Folder, "report");

    public string Output { get; private set; } = "";

    public int ExitCode { get; private set; }

    /// <summary>Runs the tests that a filter picks, with environment variables, and gives their results by name.</summary>
    public IReadOnlyDictionary<string, TrxResult> Run(string filter, params (string Name, string Value)[] variables) =>
        Run(filter, [], variables);

    /// <summary>The same with further arguments of <c>dotnet test</c>.</summary>
    public IReadOnlyDictionary<string, TrxResult> Run(
        string filter, string[] arguments, params (string Name, string Value)[] variables)
    {
        string trx = Path.Combine(Folder, "result.trx");
        File.Delete(trx);
        string[] all =
        [
            "test", Project("Perf.NUnit.TestData"), "-c", Configuration, "--no-build", "-p:RunTestData=true",
            "--filter", filter, "--logger", $"trx;LogFileName={trx}", "--logger", "console;verbosity=detailed", .. arguments,
        ];
        (ExitCode, Output) = Dotnet.Run(Folder, all, [("PERF_BASELINE", Baseline), ("PERF_REPORT", Report), .. variables]);
        return File.Exists(trx) ? TrxFile.Read(trx).ToDictionary(result => result.Name) : throw new InvalidOperationException($"dotnet test left no TRX:\n{Output}");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Configuration =>
        typeof(DotnetTest).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The folder that a project of fixtures was built into, with these tests.</summary>
    public static string BuildOf(string project) => Path.Combine(
        Path.GetDirectoryName(Project(project))!, "bin", Configuration, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));

    /// <summary>A project of fixtures: beside this one's, somewhere above the output folder.</summary>
    public static string Project(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, name, $"{name}.csproj")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, name, $"{name}.csproj");
    }
}
