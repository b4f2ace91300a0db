using System.CommandLine;
using Perf.Tool.CommandLine;

namespace Perf.Tool.SelfTests;

/// <summary><c>dotnet perf selftest</c>: whether the promises of a suite fire when they must, and only then.</summary>
internal static class SelfTestCommand
{
    public static Command Create()
    {
        Option<string?> project = new("--project") { Description = "The test project; the only one that refers to Perf.NUnit without it." };
        Option<string?> test = new("--test") { Description = "The tests: a part of their names, or a filter of `dotnet test`." };
        Option<string> configuration = new("--configuration", "-c") { Description = "The build configuration.", DefaultValueFactory = _ => "Release" };
        Option<double> delay = NumberOption.Create(
            "--delay", "percent", "The delay to inject, of a body's time; more is taken where a limit and its tolerance need it.", usual: 30.0, least: 1, most: 10_000);
        Option<int> rounds = NumberOption.Create("--rounds", "n", "How often all is asked.", usual: 1, least: 1, most: 1000);
        return ToolCommand.Create(
            "selftest",
            "Tests the suite itself: the same code twice must not fire, an injected delay and an injected allocation must.",
            [
                new Example("every promise once", "dotnet perf selftest"),
                new Example("the rates of one test, from ten rounds", "dotnet perf selftest --project tests/Shop.Perf --test Parses --rounds 10"),
            ],
            [project, test, configuration, delay, rounds],
            (parsed, output, cancellation) => new SelfTestRun(
                new SelfTestOptions(
                    parsed.GetValue(project),
                    parsed.GetValue(test),
                    parsed.GetRequiredValue(configuration),
                    parsed.GetValue(delay),
                    parsed.GetValue(rounds)),
                Directory.GetCurrentDirectory(),
                output).Run(cancellation));
    }
}
