using NUnit.Framework;
using Perf.Baselines;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Baselines;

/// <summary>Files that were written before there was what a file of today has.</summary>
[TestFixture]
public sealed class FormerBaselineTests
{
    private const string Values = "\"values\":[0.0125,0.30000000000000004,0.012]";

    private TemporaryFolder _folder = null!;

    private string Target => _folder["cpu.json"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void AFileThatKeepsValuesInsteadOfQuantilesIsRead()
    {
        WriteFormer();

        BaselineSeries series = BaselineReader.Read(Target).Series.ShouldHaveSingleItem();

        series.Accepted.ShouldBe(0.0125);
        (series.IsControlled, series.Build, series.ResolutionPercent).ShouldBe((false, null, null));
        BaselineLaunch launch = series.Launches.ShouldHaveSingleItem();
        launch.Quantiles.ShouldBeEmpty();
        (launch.Median, launch.At, launch.Beside).ShouldBe((0.0125, null, null));
    }

    [Test]
    public void WritingIntoItLosesNothing()
    {
        WriteFormer();

        BaselineWriter.Merge(Target, SomeBaseline.Of(SomeBaseline.Controlled("B")));

        File.ReadAllText(Target).ShouldContain(Values);
        BaselineReader.Read(Target).Series.Select(series => series.IsControlled).ShouldBe([false, true]);
    }

    [Test]
    public void AMachineWithoutListsHasNone()
    {
        string text = BaselineText.Of(SomeBaseline.Of());
        int from = text.IndexOf("\"nativeLibraries\"", StringComparison.Ordinal);
        File.WriteAllText(Target, text[..from] + text[text.IndexOf("\"kernel\"", StringComparison.Ordinal)..]);

        Fingerprint machine = BaselineReader.Read(Target).Machine!;

        machine.NativeLibraries.ShouldBeEmpty();
        machine.Hardening.ShouldBeEmpty();
        machine.RequiredDifferences(SomeBaseline.Machine).Select(difference => difference.Field).ShouldBe(["native libraries", "hardening"]);
    }

    private void WriteFormer()
    {
        string text = BaselineText.Of(SomeBaseline.Of(SomeBaseline.Series("A")));
        int from = text.IndexOf("\"quantiles\"", StringComparison.Ordinal);
        File.WriteAllText(Target, text[..from] + Values + text[(text.IndexOf(']', from) + 1)..]);
    }
}
