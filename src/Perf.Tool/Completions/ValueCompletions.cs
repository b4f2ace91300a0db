using System.CommandLine;
using Perf.Files;
using Perf.Runs;
using Perf.Tool.Builds;
using Perf.Tool.Processes;

namespace Perf.Tool.Completions;

/// <summary>What the values of options can be, wherever an option of that name stands: branches, projects, tests.</summary>
internal static class ValueCompletions
{
    private static readonly Dictionary<string, (string HelpName, Func<IEnumerable<string>> Known)> Values = new()
    {
        ["--base"] = ("commit", Commits),
        ["--head"] = ("commit", Commits),
        ["--project"] = ("project", Projects),
        ["--test"] = ("name", Tests),
        ["--configuration"] = ("Release|Debug", () => ["Release", "Debug"]),
    };

    /// <summary>Adds them to a command and to all below it.</summary>
    public static void AddTo(Command command)
    {
        foreach (Option option in command.Options)
        {
            if (Values.TryGetValue(option.Name, out (string HelpName, Func<IEnumerable<string>> Known) values))
            {
                // The help would list what is known here and now.
                option.HelpName ??= values.HelpName;
                option.CompletionSources.Clear();
                option.CompletionSources.Add(_ => Known(values.Known));
            }
        }

        foreach (Command below in command.Subcommands)
        {
            AddTo(below);
        }
    }

    // Who completes a line wants no messages.
    private static IEnumerable<string> Known(Func<IEnumerable<string>> values)
    {
        try
        {
            return [.. values()];
        }
        catch (Exception e) when (e is ToolException or PerfFileException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Commits()
    {
        ChildProcess ended = ChildProcess.Run(
            "git",
            Directory.GetCurrentDirectory(),
            ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"],
            new Dictionary<string, string?>(),
            CancellationToken.None).GetAwaiter().GetResult();
        return ended.ExitCode == 0 ? ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    private static IEnumerable<string> Projects()
    {
        string here = Directory.GetCurrentDirectory();
        return TestProject.Below(here).Select(project => Path.GetRelativePath(here, project.Folder).Replace('\\', '/'));
    }

    // Those of the latest run below this folder, or below one above it.
    private static IEnumerable<string> Tests()
    {
        foreach (string folder in FoldersAbove.Of(Directory.GetCurrentDirectory()))
        {
            string reports = Path.Combine(folder, "artifacts", "perf");
            if (Directory.Exists(reports)
                && Directory.EnumerateFiles(reports, "run.json", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc) is { } latest)
            {
                return RunDocument.Parse(File.ReadAllText(latest), latest).Tests
                    .Select(test => $"{test.Test.ClassName}.{test.Test.MethodName}")
                    .Distinct();
            }
        }

        return [];
    }
}
