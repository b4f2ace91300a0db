using NUnit.Framework;
using Perf.Baselines;
using Perf.Files;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Baselines;

[TestFixture]
public sealed class AcceptanceTests
{
    private static readonly Acceptance Said = new("a larger buffer", new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero), 0.01);

    private TemporaryFolder _folder = null!;

    private string Target => _folder["cpu.json"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void AReasonIsKeptUntilTheTestIsRecordedAnew()
    {
        BaselineSeries series = SomeBaseline.Series("A");
        BaselineWriter.Write(Target, SomeBaseline.Of(series with { Acceptance = Said }));

        BaselineReader.Read(Target).Series[0].Acceptance.ShouldBe(Said);
        File.ReadAllText(Target).ShouldContain("\"acceptance\":{\"reason\":\"a larger buffer\",\"at\":\"2026-11-26T00:00:00+00:00\",\"previous\":0.01}");
        BaselineWriter.Merge(Target, SomeBaseline.Of(series)).Series[0].Acceptance.ShouldBeNull();
    }

    [Test]
    public void AnAcceptanceWithoutAReasonIsNotWritten() => Should.Throw<PerfFileException>(
        () => BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A") with { Acceptance = Said with { Reason = " " } })))
        .Problem.ShouldContain("series[0].acceptance.reason: reason is empty");

    [Test]
    public void WhatIsMergedMayDependOnWhatIsThere()
    {
        BaselineWriter.Merge(Target, there => SomeBaseline.Of(SomeBaseline.Series(there is null ? "First" : "Wrong")));

        BaselineFile merged = BaselineWriter.Merge(Target, there => SomeBaseline.Of(SomeBaseline.Series("Second", accepted: there!.Series[0].Accepted * 2)));

        merged.Series.Select(series => (series.Test, series.Accepted)).ShouldBe([("First", 0.0125), ("Second", 0.025)]);
    }
}
