using System.CommandLine;
using System.Text;
using NUnit.Framework;
using Perf.Tests.Architecture;
using Perf.Tool.CommandLine;
using Shouldly;

namespace Perf.Tool.Tests.CommandLine;

/// <summary><c>docs/commands.md</c> shows the help of each command as it is printed today.</summary>
[TestFixture]
public sealed class CommandPageTests
{
    private const string Preface = """
        # Commands

        `dotnet perf --help`, and that of each command. With `--json` a command writes one JSON document to the standard output, and its texts to
        the standard error; where it could not do its work the document is `{ "error": "…" }`. Exit codes are the same everywhere:

        | exit code | meaning |
        |---|---|
        | 0 | nothing is held against the change |
        | 1 | a promise is broken, or a test failed |
        | 2 | something could not be judged, and the policy or `--strict` fails on that |
        | 3 | the command, or what it was given, is wrong; nothing was decided |


        """;

    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "docs", "commands.md");

    [Test]
    public async Task ThePageIsWhatTheHelpPrints()
    {
        string page = await Page();
        if (Environment.GetEnvironmentVariable("PERF_UPDATE_DOCS") == "true")
        {
            await File.WriteAllTextAsync(Path, page);
        }

        (await File.ReadAllTextAsync(Path)).ReplaceLineEndings("\n")
            .ShouldBe(page, "the help has changed: run this test with PERF_UPDATE_DOCS=true, and commit the page");
    }

    [Test]
    public void EveryCommandHasADescriptionAndThoseThatDoSomethingAnExample()
    {
        foreach (Command command in Commands(AllCommands.Create(), []).Select(entry => entry.Command))
        {
            command.Description.ShouldNotBeNullOrEmpty(command.Name);
            command.Description.ShouldEndWith(".", Case.Sensitive, command.Name);
            command.Options.Concat<Symbol>(command.Arguments).Where(symbol => string.IsNullOrEmpty(symbol.Description))
                .ShouldBeEmpty($"each option of {command.Name} says what it is");
        }
    }

    [Test]
    public void ThePageNamesEveryExitCode() => Enum.GetValues<ExitCode>()
        .Where(code => !Preface.Contains($"| {(int)code} |", StringComparison.Ordinal))
        .ShouldBeEmpty();

    private static async Task<string> Page()
    {
        StringBuilder page = new(Preface.ReplaceLineEndings("\n"));
        foreach ((Command command, string[] names) in Commands(AllCommands.Create(), []))
        {
            PerfTool help = await PerfTool.Run(Repository.Root, [.. names, "--help"]);
            help.ExitCode.ShouldBe(0, help.Output);
            string text = string.Join('\n', help.Standard.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();
            page.Append($"## {string.Join(' ', names.Prepend("dotnet perf"))}\n\n```\n{text}\n```\n\n");
            if (command.Subcommands.Count == 0)
            {
                text.ShouldContain("\nExamples:\n", Case.Sensitive, command.Name);
            }
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static IEnumerable<(Command Command, string[] Names)> Commands(Command command, string[] names) =>
        command.Subcommands.SelectMany(below => Commands(below, [.. names, below.Name])).Prepend((command, names));
}
