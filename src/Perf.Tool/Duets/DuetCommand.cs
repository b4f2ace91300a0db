using System.CommandLine;
using Perf.Files;
using Spectre.Console;

namespace Perf.Tool.Duets;

/// <summary><c>dotnet perf duet</c>: this code beside another commit's, in the same process and the same second.</summary>
internal static class DuetCommand
{
    private const int LogWidth = 400;

    public static Command Create()
    {
        Option<string> @base = new("--base")
        {
            Description = "The other commit: a branch, tag or hash; or the output folder of its test project.",
            Required = true,
        };
        Option<string?> head = new("--head") { Description = "The commit under test; the working tree without it." };
        Option<string?> project = new("--project") { Description = "The test project; the only one that refers to Perf.NUnit without it." };
        Option<string?> test = new("--test") { Description = "The tests: a part of their names, or a filter of `dotnet test`." };
        Option<string> configuration = new("--configuration", "-c") { Description = "The build configuration.", DefaultValueFactory = _ => "Release" };
        Option<bool> always = new("--always") { Description = "Measure builds that are equal too." };
        Option<bool> strict = new("--strict") { Description = "Let the policy of thresholds.yaml fail what could not be judged." };
        Command command = new("duet", "Runs the performance tests of this build beside those of another commit's build.")
        {
            @base, head, project, test, configuration, always, strict,
        };
        command.SetAction((parsed, cancellation) => Run(
            new DuetOptions(
                parsed.GetRequiredValue(@base),
                parsed.GetValue(head),
                parsed.GetValue(project),
                parsed.GetValue(test),
                parsed.GetRequiredValue(configuration),
                parsed.GetValue(always),
                parsed.GetValue(strict)),
            cancellation));
        return command;
    }

    // A log has no width to break lines at.
    private static IAnsiConsole WideConsole()
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = LogWidth;
        }

        return console;
    }

    private static async Task<int> Run(DuetOptions options, CancellationToken cancellation)
    {
        try
        {
            return (int)await new DuetRun(options, Directory.GetCurrentDirectory(), WideConsole()).Run(cancellation);
        }
        catch (Exception e) when (e is ToolException or PerfFileException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"dotnet perf duet: {e.Message}");
            return (int)ExitCode.Misuse;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("dotnet perf duet: stopped; nothing was decided");
            return (int)ExitCode.Misuse;
        }
    }
}
