using System.CommandLine;
using Perf.Runs;
using Perf.Tool.CommandLine;
using Perf.Tool.Recordings;

namespace Perf.Tool.Baselines;

/// <summary><c>dotnet perf baseline record</c>: what the tests take now is the baseline.</summary>
internal static class RecordCommand
{
    public static Command Create()
    {
        Option<string?> project = new("--project") { Description = "The test project; the only one that refers to Perf.NUnit without it." };
        Option<string?> test = new("--test") { Description = "The tests: a part of their names, or a filter of `dotnet test`." };
        Option<string> configuration = new("--configuration", "-c") { Description = "The build configuration.", DefaultValueFactory = _ => "Release" };
        Option<string?> baseline = new("--baseline") { HelpName = "file", Description = "The baseline to write; <environment>.json of the project's folder of baselines without it." };
        Option<Shard?> shard = ShardOption.Create();
        Option<bool> onlyNew = new("--new") { Description = "Record only what the baseline does not have yet." };
        return ToolCommand.Create(
            "record",
            "Records what the tests take now as their baseline: five fresh processes, each body beside a control.",
            [
                new Example("all tests", "dotnet perf baseline record"),
                new Example("tests that were added", "dotnet perf baseline record --new --project tests/Shop.Perf"),
            ],
            [project, test, configuration, baseline, shard, onlyNew],
            (parsed, output, cancellation) => new RecordRun(
                new RecordOptions(
                    parsed.GetValue(project),
                    parsed.GetValue(test),
                    parsed.GetRequiredValue(configuration),
                    parsed.GetValue(baseline),
                    parsed.GetValue(shard),
                    parsed.GetValue(onlyNew)),
                Directory.GetCurrentDirectory(),
                output).Run(cancellation));
    }
}
