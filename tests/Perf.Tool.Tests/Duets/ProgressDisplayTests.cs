using NUnit.Framework;
using Perf.Runs;
using Perf.Statistics;
using Perf.Tests.Files;
using Perf.Tool.Duets;
using Shouldly;
using Spectre.Console.Testing;

namespace Perf.Tool.Tests.Duets;

[TestFixture]
public sealed class ProgressDisplayTests
{
    [Test]
    public async Task EachVerdictIsALineEvenWhenTheRunEndsAtOnce()
    {
        using TemporaryFolder folder = new();
        ProgressFile file = new(folder["progress.jsonl"]);
        TestConsole console = new();
        file.Tell(new ProgressEvent("App.Tests.One", Launch: 1));
        file.Tell(new ProgressEvent("App.Tests.One", Pairs: 24, Ratio: 1.01, StandardError: 0.005));
        file.Tell(new ProgressEvent("App.Tests.One", Metric: "time", Verdict: "Pass", Ratio: 1.0123));
        file.Tell(new ProgressEvent("App.Tests.Two[1]", Metric: "time", Verdict: "Regressed", Ratio: 2, Bounds: new Bounds(1.9, 2.1)));

        await new ProgressDisplay(console).Show(file.Path!, Task.CompletedTask, default);

        console.Lines.ShouldBe(["Pass           App.Tests.One  time  ×1.012", "Regressed      App.Tests.Two[1]  time  ×2.000 [1.900 … 2.100]"]);
    }

    [Test]
    public async Task WhatIsWrittenWhileItWatchesIsShownOnceItIsWhole()
    {
        using TemporaryFolder folder = new();
        string path = folder["progress.jsonl"];
        await File.WriteAllTextAsync(path, "no event\n{\"test\":\"A\",\"metric\":\"time\",");
        TaskCompletionSource run = new();
        TestConsole console = new();
        Task shown = new ProgressDisplay(console).Show(path, run.Task, default);

        await File.AppendAllTextAsync(path, "\"verdict\":\"Pass\"}\n");
        run.SetResult();
        await shown;

        console.Lines.ShouldBe(["Pass           A  time"]);
    }
}
