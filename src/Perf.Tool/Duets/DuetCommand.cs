using System.CommandLine;
using Perf.Runs;
using Perf.Tool.CommandLine;

namespace Perf.Tool.Duets;

/// <summary><c>dotnet perf duet</c>: this code beside another commit's, in the same process and the same second.</summary>
internal static class DuetCommand
{
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
        Option<Shard?> shard = ShardOption.Create();
        return ToolCommand.Create(
            "duet",
            "Runs the performance tests of this build beside those of another commit's build.",
            [
                new Example("the working tree beside the main branch", "dotnet perf duet --base origin/main"),
                new Example("one test of one project, measured even if nothing changed", "dotnet perf duet --base HEAD~1 --project tests/Shop.Perf --test Parses --always"),
                new Example("the second of three machines that share the suite", "dotnet perf duet --base origin/main --shard 2/3"),
            ],
            [@base, head, project, test, configuration, always, strict, shard],
            (parsed, output, cancellation) => new DuetRun(
                new DuetOptions(
                    parsed.GetRequiredValue(@base),
                    parsed.GetValue(head),
                    parsed.GetValue(project),
                    parsed.GetValue(test),
                    parsed.GetRequiredValue(configuration),
                    parsed.GetValue(always),
                    parsed.GetValue(strict),
                    parsed.GetValue(shard)),
                Directory.GetCurrentDirectory(),
                output).Run(cancellation));
    }
}
