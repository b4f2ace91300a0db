using System.CommandLine;
using Perf.Tool.Baselines;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Perf.Tool.TestAssemblies;
using Spectre.Console;

namespace Perf.Tool.Checks;

/// <summary><c>dotnet perf check</c>: thresholds and baselines are valid, and agree.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("folder")
        {
            Description = "Where to look from: the nearest `baselines` folder at or above it is checked.",
            DefaultValueFactory = _ => ".",
        };
        Option<string> configuration = new("--configuration", "-c") { Description = "The build of the tests to hold baselines against.", DefaultValueFactory = _ => "Release" };
        Option<bool> strict = new("--strict") { Description = "Exit with 2 where there are warnings." };
        return ToolCommand.Create(
            "check",
            "Checks that thresholds.yaml and the baselines are valid and agree with each other and with the built tests.",
            [
                new Example("before a commit", "dotnet perf check"),
                new Example("in CI, warnings too", "dotnet perf check tests/Shop.Perf --strict"),
            ],
            [folder, configuration, strict],
            (parsed, output, cancellation) => Check(
                parsed.GetRequiredValue(folder), parsed.GetRequiredValue(configuration), parsed.GetValue(strict), output, cancellation));
    }

    private static async Task<ExitCode> Check(string from, string configuration, bool isStrict, Output output, CancellationToken cancellation)
    {
        if (!Directory.Exists(from))
        {
            throw new ToolException($"{from} is no folder");
        }

        BaselineFolder folder = BaselineFolder.Find(from);
        BuiltTests tests = await BuiltTests.Of(folder, null, configuration, cancellation);
        ThresholdsCheck thresholds = ThresholdsCheck.Of(folder.ThresholdsFile, Shown(folder.ThresholdsFile));
        BaselineFileCheck baselines = new(folder, thresholds.File, tests);
        string[] files = [.. folder.BaselineFiles.Select(Shown)];
        FileFinding[] findings =
        [
            .. thresholds.Findings,
            .. files.SelectMany(baselines.Of),
            .. tests.NotBuilt.Select(project => new FileFinding(
                FindingSeverity.Information, project, null, null, $"is not built, so series are not held against its tests; build it (dotnet build -c {configuration})")),
            .. folder.CandidateFiles.Select(candidate => new FileFinding(
                FindingSeverity.Information, Shown(candidate), null, null, "a run without a baseline left this candidate; accept that run (dotnet perf baseline accept), or delete it")),
        ];
        foreach (FileFinding finding in findings)
        {
            output.Text.Write(new Text($"{finding}\n", StyleOf(finding)));
        }

        output.Text.WriteLine($"{Shown(folder.Path)}: {Count(findings, FindingSeverity.Error, "error")}, {Count(findings, FindingSeverity.Warning, "warning")}, {Counted(files.Length, "baseline")}");
        output.Json(new CheckDocument(Shown(folder.Path), files, findings), ToolJson.Default.CheckDocument);
        return findings.Any(finding => finding.Severity == FindingSeverity.Error) ? ExitCode.Misuse
            : isStrict && findings.Any(finding => finding.Severity == FindingSeverity.Warning) ? ExitCode.NotJudged
            : ExitCode.Pass;
    }

    private static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/');

    private static Style StyleOf(FileFinding finding) => finding.Severity switch
    {
        FindingSeverity.Error => new Style(Color.Red),
        FindingSeverity.Warning => new Style(Color.Yellow),
        _ => Style.Plain,
    };

    private static string Count(FileFinding[] findings, FindingSeverity severity, string name) =>
        Counted(findings.Count(finding => finding.Severity == severity), name);

    private static string Counted(int count, string name) => $"{count} {name}{(count == 1 ? "" : "s")}";
}
