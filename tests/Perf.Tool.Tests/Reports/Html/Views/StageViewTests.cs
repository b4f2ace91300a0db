using NUnit.Framework;
using Perf.Tool.Reports.Html.Views;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Views;

[TestFixture]
public sealed class StageViewTests
{
    [Test]
    public void WhatMovedIsFirstThenTheLargest()
    {
        IReadOnlyList<StageView> stages = StageView.Of(MadeUpRuns.Regressed());

        stages.Select(stage => stage.Name).ShouldBe(["forward", "post-process", "load"]);
        stages.Select(stage => stage.Share).ShouldBe(["71 %", "15 %", "12 %"]);
        stages[0].Change.ShouldBe("+16.9 % (+1.71 ms)");
        stages[0].Kind.ShouldBe("worse");
        stages[1].Kind.ShouldBe("better");
        stages[2].Change.ShouldBe("");
    }

    [Test]
    public void WithoutInstrumentsOnlyChangesAreKnown()
    {
        StageView stage = StageView.Of(MadeUpRuns.Regressed() with { Launches = [] })[0];

        stage.Time.ShouldBe("");
        stage.Share.ShouldBe("");
        stage.Change.ShouldBe("+16.9 % (+1.71 ms)");
    }
}
