using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;

namespace Perf.Tests.EndToEnd;

/// <summary>A test as the TRX file tells it.</summary>
internal sealed record TrxResult(string Name, string Outcome, string Message, string Output);

/// <summary>Runs the data project by the real <c>dotnet test</c>, as a user would, and reads the TRX that it leaves.</summary>
internal sealed class DotnetTest : IDisposable
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

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
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        string[] all =
        [
            "test", Project(), "-c", Configuration, "--no-build", "-p:RunTestData=true",
            "--filter", filter, "--logger", $"trx;LogFileName={trx}", "--logger", "console;verbosity=detailed", .. arguments,
        ];
        foreach (string argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        // The run above this one must not decide for it.
        foreach (string inherited in start.Environment.Keys.Where(key => key.StartsWith("PERF_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["PERF_BASELINE"] = Baseline;
        start.Environment["PERF_REPORT"] = Report;
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Output = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        ExitCode = process.ExitCode;
        return File.Exists(trx) ? Read(trx) : throw new InvalidOperationException($"dotnet test left no TRX:\n{Output}");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Configuration =>
        typeof(DotnetTest).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    // The fixtures' project lies beside this one's, somewhere above the output folder.
    private static string Project()
    {
        const string Name = "Perf.NUnit.TestData";
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Name, $"{Name}.csproj")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, Name, $"{Name}.csproj");
    }

    private static Dictionary<string, TrxResult> Read(string trx) => XDocument.Load(trx)
        .Descendants(Trx + "UnitTestResult")
        .Select(result => new TrxResult(
            (string)result.Attribute("testName")!,
            (string)result.Attribute("outcome")!,
            (string?)result.Descendants(Trx + "Message").FirstOrDefault() ?? "",
            (string?)result.Descendants(Trx + "StdOut").FirstOrDefault() ?? ""))
        .ToDictionary(result => result.Name);
}
