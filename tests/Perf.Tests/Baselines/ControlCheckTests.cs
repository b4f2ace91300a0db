using NUnit.Framework;
using Perf.Baselines;
using Perf.Files;
using Perf.Tests.Controlled;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Baselines;

[TestFixture]
public sealed class ControlCheckTests
{
    private const string Control = "\"control\":{";
    private const string Beside = "\"beside\":{";
    private const string FirstSeriesLine = "  \"series\": [";

    private TemporaryFolder _folder = null!;

    private string Target => _folder["cpu.json"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase(Control, "\"name\":\"Mixed\",", "", "control lacks 'name'")]
    [TestCase(Control, "\"name\":\"Mixed\"", "\"name\":\"\"", "name is empty")]
    [TestCase(Control, "\"name\":\"Mixed\"", "\"name\":null", "the value of name is of the wrong kind")]
    [TestCase(Control, "\"version\":1", "\"version\":0", "version is 0, at least 1 is possible")]
    [TestCase(Control, "\"version\":1", "\"version\":\"1\"", "the value of version is of the wrong kind")]
    [TestCase(Control, "\"cpu\":{", "\"cpu\":null,\"before\":{", "the value of cpu is of the wrong kind")]
    [TestCase(Control, "\"wall\":{", "\"later\":{", "control lacks 'wall'")]
    [TestCase(Control, "\"logRatio\":1.89712", "\"logRatio\":\"NaN\"", "the value of logRatio is of the wrong kind")]
    [TestCase(Control, "\"logRatio\":1.89712", "\"logRatio\":-1e999", "logRatio is infinite")]
    [TestCase(Control, "\"sentinelFloorSeconds\":0.0001", "\"sentinelFloorSeconds\":-0.0001", "sentinelFloorSeconds is negative")]
    [TestCase(Control, "\"sentinelFloorSeconds\":0.0001", "\"sentinelFloorSeconds\":0", "sentinelFloorSeconds is 0, which no time and no rate can be")]
    [TestCase(Control, "\"controlSeconds\":0.0003", "\"controlSeconds\":-0.0003", "controlSeconds is negative")]
    [TestCase(Control, "\"controlSeconds\":0.0003", "\"controlSeconds\":0", "controlSeconds is 0, which no time and no rate can be")]
    [TestCase(Control, "\"resolutionPercent\":", "\"resolutionPercent\":-", "resolutionPercent is negative")]
    [TestCase(Control, "\"resolutionPercent\":", "\"resolutionPercent\":1e999,\"former\":", "resolutionPercent is infinite")]
    [TestCase(Beside, "\"calls\":40", "\"calls\":0", "calls is 0, at least 1 is possible")]
    [TestCase(Beside, "\"calls\":40,", "", "beside lacks 'calls'")]
    [TestCase(Beside, "\"needsWall\":false", "\"needsWall\":\"no\"", "the value of needsWall is of the wrong kind")]
    [TestCase(Beside, "\"hasHelpers\":false,", "", "beside lacks 'hasHelpers'")]
    [TestCase(Beside, "\"cpu\":{", "\"cpu\":[],\"before\":{", "the value of cpu is of the wrong kind")]
    [TestCase(Beside, "\"logRatio\":1.89712", "\"logRatio\":\"NaN\"", "the value of logRatio is of the wrong kind")]
    [TestCase(Beside, "\"logRatio\":1.89712", "\"logRatio\":1e999", "logRatio is infinite")]
    [TestCase(Beside, "\"standardError\":0", "\"standardError\":-0.01", "standardError is negative")]
    [TestCase(Beside, "\"standardError\":0", "\"standardError\":\"Infinity\"", "the value of standardError is of the wrong kind")]
    [TestCase(Beside, "\"quietCalls\":40", "\"quietCalls\":-1", "quietCalls is negative")]
    [TestCase(Beside, "\"controlSeconds\":0.0003", "\"controlSeconds\":-0.0003", "controlSeconds is negative")]
    [TestCase(Beside, "\"sentinelFloorSeconds\":0.0001", "\"sentinelFloorSeconds\":0", "sentinelFloorSeconds is 0, which no time and no rate can be")]
    [TestCase(Beside, "\"minorPageFaults\":7", "\"minorPageFaults\":-7", "minorPageFaults is negative")]
    [TestCase(Beside, "\"allocatedBytes\":0", "\"allocatedBytes\":-1", "allocatedBytes is negative")]
    [TestCase(Beside, "\"load\":1.5", "\"load\":-1.5", "load is negative")]
    [TestCase(Beside, "\"load\":1.5", "\"load\":1e999", "load is infinite")]
    [TestCase("\"iterations\"", "\"quantiles\":[0.002,", "\"quantiles\":[0.002,0.001,", "quantiles are not in ascending order")]
    [TestCase("\"iterations\"", "\"quantiles\":[0.002,", "\"quantiles\":[\"NaN\",", "the value of quantiles[0] is of the wrong kind")]
    [TestCase("\"iterations\"", "\"quantiles\":[0.002,", "\"quantiles\":[-0.002,", "quantiles[0] is negative")]
    public void WhatCannotBeTrueOfAControlIsRefusedWithItsLine(string after, string good, string bad, string problem)
    {
        Written(Series(), line => Replace(line, after, good, bad));

        Refused(problem);
    }

    [Test]
    public void ALaunchOfAControlledSeriesSaysWhatItSaysBesideTheControl()
    {
        BaselineSeries series = Series();

        Written(series with { Launches = [series.Launches[0], series.Launches[1] with { Beside = null }] }, line => line);

        Refused("the launch lacks beside, what it says beside the control of its series");
    }

    [Test]
    public void AControlledSeriesHasALaunch()
    {
        Written(Series() with { Launches = [] }, line => line);

        Refused("launches is empty: there is nothing to compare with");
    }

    [Test]
    public void WhatCannotBeTrueIsNotWrittenEither()
    {
        BaselineSeries series = Series();
        AcceptedControl control = series.Control! with { Cpu = series.Control.Cpu with { LogRatio = double.NaN } };

        Should.Throw<PerfFileException>(() => BaselineWriter.Write(Target, SomeBaseline.Of(series with { Control = control })))
            .Problem.ShouldBe("is not written: series[0].control.cpu.logRatio: logRatio is not a number");
        File.Exists(Target).ShouldBeFalse();
    }

    [Test]
    public void ALogarithmMayHaveAnySign()
    {
        BaselineSeries series = SomeBaseline.Controlled("A", SomeControlled.Launch(ratio: 0.01));
        BaselineWriter.Write(Target, SomeBaseline.Of(series));

        BaselineReader.Read(Target).Find("A", "time")!.Control!.Cpu.LogRatio.ShouldBe(Math.Log(0.00002 / SomeControlled.Control), 1e-4);
    }

    private static BaselineSeries Series() => SomeBaseline.Controlled(
        "B", SomeControlled.Launch() with { MinorPageFaults = 7, Load = 1.5 }, SomeControlled.Launch() with { MinorPageFaults = 7, Load = 1.5 });

    // Two series, of which the second is changed.
    private void Written(BaselineSeries series, Func<string, string> change)
    {
        string[] lines = BaselineText.Of(SomeBaseline.Of(SomeBaseline.Controlled("A"), series)).Split('\n');
        int second = Array.IndexOf(lines, FirstSeriesLine) + 2;
        lines[second] = change(lines[second]);
        File.WriteAllText(Target, string.Join('\n', lines));
    }

    private static string Replace(string line, string after, string good, string bad)
    {
        int from = line.IndexOf(after, StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0);
        int at = line.IndexOf(good, from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, $"there is no {good} behind {after}");
        return line[..at] + bad + line[(at + good.Length)..];
    }

    private void Refused(string problem)
    {
        int line = Array.IndexOf(File.ReadAllLines(Target), FirstSeriesLine) + 3;

        PerfFileException exception = Should.Throw<PerfFileException>(() => BaselineReader.Read(Target));

        exception.Problem.ShouldBe(problem);
        exception.Line.ShouldBe(line);
        exception.Message.ShouldStartWith($"{Target}:{line}:{exception.Column}: {problem}; ");
        exception.Remedy.ShouldContain("record it anew (PERF_RECORD=1)");
    }
}
