using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests;

/// <summary>One <c>dotnet test</c> of the head build beside the base build, as a user runs it.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Trx">The TRX file.</param>
/// <param name="Journal">What the copies of the tests noted: <c>base: set up</c>.</param>
/// <param name="Results">The results.</param>
internal sealed record DuetRun(
    int ExitCode, string Output, string Trx, IReadOnlyList<string> Journal, IReadOnlyList<TrxResult> Results)
{
    /// <summary>Runs the tests that a filter picks.</summary>
    public static DuetRun Of(string filter, params (string Name, string Value)[] variables) => Beside(DuetBuilds.Base, filter, variables);

    /// <summary>Runs them beside another folder.</summary>
    public static DuetRun Beside(string baseFolder, string filter, params (string Name, string Value)[] variables) =>
        Of(Path.Combine(DuetBuilds.Head, $"{DuetBuilds.Assembly}.dll"), baseFolder, filter, variables);

    /// <summary>Runs the tests of a build alone.</summary>
    public static DuetRun Alone(string build, string filter, params (string Name, string Value)[] variables) =>
        Of(Path.Combine(build, $"{DuetBuilds.Assembly}.dll"), baseFolder: "", filter, variables);

    /// <summary>Runs the tests of an assembly beside a folder.</summary>
    public static DuetRun Of(string head, string baseFolder, string filter, (string Name, string Value)[] variables)
    {
        string folder = Directory.CreateTempSubdirectory("perf-duet-run-").FullName;
        try
        {
            string trx = Path.Combine(folder, "result.trx");
            string journal = Path.Combine(folder, "journal.txt");
            File.WriteAllText(journal, "");
            (int exitCode, string output) = Dotnet.Run(
                folder,
                ["test", head, "--filter", filter, "--logger", $"trx;LogFileName={trx}", "--logger", "console;verbosity=detailed"],
                [("PERF_BASE_BUILD", baseFolder), ("PERF_REPORT", Path.Combine(folder, "report")), ("DUET_JOURNAL", journal), .. variables]);
            File.Exists(trx).ShouldBeTrue(output);
            return new DuetRun(exitCode, output, File.ReadAllText(trx), File.ReadAllLines(journal), TrxFile.Read(trx));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The result of a test; the class may be left out where the name tells.</summary>
    public TrxResult Test(string name, string className = "") =>
        Results.Single(result => result.Name == name && result.ClassName.Contains(className, StringComparison.Ordinal));

    /// <summary>What a copy noted.</summary>
    public IReadOnlyList<string> NotesOf(string copy) =>
        [.. Journal.Where(note => note.StartsWith($"{copy}: ", StringComparison.Ordinal)).Select(note => note[(copy.Length + 2)..])];
}
