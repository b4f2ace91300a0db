using System.CommandLine;
using Perf.Tool.Builds;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Perf.Tool.TestAssemblies;
using Spectre.Console;

namespace Perf.Tool.Baselines;

/// <summary><c>dotnet perf baseline prune</c>: removes series whose test is gone, and builds that no baseline names.</summary>
internal static class PruneCommand
{
    public static Command Create()
    {
        Argument<string?> file = new("file") { Description = "A baseline; all of the nearest folder without it.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> project = new("--project") { Description = "The test project; all that use the baselines without it." };
        Option<string> configuration = new("--configuration", "-c") { Description = "The build of the tests to look at.", DefaultValueFactory = _ => "Release" };
        Option<bool> builds = new("--builds") { Description = "Remove builds from .perf/builds too that no baseline names." };
        Option<bool> yes = new("--yes", "-y") { Description = "Remove without asking." };
        return ToolCommand.Create(
            "prune",
            "Removes series whose test the built test assemblies no longer have; lists them first.",
            [
                new Example("what would be removed", "dotnet perf baseline prune"),
                new Example("remove it, and the builds that no baseline names", "dotnet perf baseline prune --builds --yes"),
            ],
            [file, project, configuration, builds, yes],
            (parsed, output, cancellation) => Prune(
                parsed.GetValue(file),
                parsed.GetValue(project),
                parsed.GetRequiredValue(configuration),
                parsed.GetValue(builds),
                parsed.GetValue(yes),
                output,
                cancellation));
    }

    private static async Task<ExitCode> Prune(
        string? file, string? project, string configuration, bool withBuilds, bool isAgreed, Output output, CancellationToken cancellation)
    {
        string here = Directory.GetCurrentDirectory();
        IReadOnlyList<string> files = BaselineFolder.Chosen(file, here);
        BaselineFolder folder = new(Path.GetDirectoryName(Path.GetFullPath(files[0]))!);
        BuiltTests tests = await BuiltTests.Of(folder, project is null ? null : TestProject.Find(project, here), configuration, cancellation);
        if (!tests.IsComplete)
        {
            throw new ToolException(tests.NotBuilt.Count == 0
                ? $"no test project at or below {folder.Root} uses these baselines: name one with --project"
                : $"{string.Join(", ", tests.NotBuilt)} is not built, so nobody knows which tests exist: build it first (dotnet build -c {configuration})");
        }

        Pruning pruning = new(folder, tests);
        PruneDocument found = pruning.Find(files, file is not null, withBuilds);
        List(found, output.Text);
        bool isAnything = found.Series.Count + found.Builds.Count > 0;
        if (isAnything && (isAgreed || IsAgreed(output)))
        {
            found = pruning.Remove(found);
            output.Text.WriteLine($"removed {found.Series.Count} series and {found.Builds.Count} builds");
        }
        else
        {
            output.Text.WriteLine(isAnything ? "nothing is removed without --yes" : "there is nothing to remove");
        }

        output.Json(found, ToolJson.Default.PruneDocument);
        return ExitCode.Pass;
    }

    private static bool IsAgreed(Output output) =>
        !output.IsJson && output.Text.Profile.Capabilities.Interactive && output.Text.Confirm("Remove them?", defaultValue: false);

    private static void List(PruneDocument found, IAnsiConsole console)
    {
        foreach (GoneSeries series in found.Series)
        {
            console.WriteLine($"{series.File}: {series.Test}, {series.Metric}: its test is gone");
        }

        foreach (string build in found.Builds)
        {
            console.WriteLine($".perf/builds/{build}: no baseline names it");
        }

        foreach (KeptSeries kept in found.Kept)
        {
            console.WriteLine(kept.Test is { } test ? $"{kept.File}: {test} stays: {kept.Why}" : $"{kept.File} stays as it is: it {kept.Why}");
        }
    }
}
