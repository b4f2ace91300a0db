using NUnit.Framework;
using Perf.Baselines;
using Perf.Files;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class BaselineWriterTests
{
    private TemporaryFolder _folder = null!;

    private string Target => _folder["cpu.json"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("{\"schemaVersion\": 1, \"ser", TestName = "ATruncatedFileIsNotOverwritten")]
    [TestCase("{\"schemaVersion\": 2, \"everything\": \"else\"}", TestName = "AFileOfANewerSchemaIsNotOverwritten")]
    [TestCase("{\"name\": \"package\"}", TestName = "AForeignFileIsNotOverwritten")]
    [TestCase("", TestName = "AnEmptyFileIsNotOverwritten")]
    [TestCase("{\"analysis\":{\"validation_time\":{\"total_seconds\":12.3}}}", TestName = "TheOriginalShapeIsNotOverwritten")]
    public void NotOverwritten(string text)
    {
        File.WriteAllText(Target, text);

        BaselineFile fresh = SomeBaseline.Of();

        PerfFileException write = Should.Throw<PerfFileException>(() => BaselineWriter.Write(Target, fresh));
        Should.Throw<PerfFileException>(() => BaselineWriter.Merge(Target, fresh, replaceOtherMachine: true));

        write.Message.ShouldStartWith(Target);
        write.Message.ShouldContain("is left as it is");
        File.ReadAllText(Target).ShouldBe(text);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([Target]);
    }

    [TestCase(double.NaN)]
    [TestCase(-1)]
    [TestCase(0)]
    public void WhatCannotBeTrueIsNotWritten(double accepted)
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));
        byte[] before = File.ReadAllBytes(Target);

        PerfFileException exception = Should.Throw<PerfFileException>(
            () => BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A", accepted: accepted))));

        exception.Problem.ShouldStartWith("is not written: series[0].accepted: accepted is ");
        File.ReadAllBytes(Target).ShouldBe(before);
    }

    [Test]
    public void TheOriginalShapeIsNotWritten() => Should.Throw<ArgumentException>(
        () => BaselineWriter.Write(Target, SomeBaseline.Of() with { OriginalTotalSeconds = 1 }));

    [Test]
    public void MergingReplacesTheSameSeriesAndKeepsAllOthers()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(
            SomeBaseline.Series("A", accepted: 1),
            SomeBaseline.Series("B", accepted: 2),
            SomeBaseline.Series("B", "bytes", accepted: 3)));

        BaselineFile merged = BaselineWriter.Merge(Target, SomeBaseline.Of(
            SomeBaseline.Series("B", accepted: 4),
            SomeBaseline.Series("C", accepted: 5)));

        BaselineFile read = BaselineReader.Read(Target);
        read.Series.Select(series => series.Accepted).ShouldBe([1, 3, 4, 5]);
        merged.Series.Select(series => series.Accepted).Order().ShouldBe([1, 3, 4, 5]);
    }

    [Test]
    public void MergingIntoNothingCreatesTheFile()
    {
        BaselineWriter.Merge(Target, SomeBaseline.Of(SomeBaseline.Series("A")));

        BaselineReader.Read(Target).Find("A", "time").ShouldNotBeNull();
    }

    [Test]
    public void MergingKeepsFieldsThatThisVersionDoesNotKnow()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));
        File.WriteAllText(
            Target,
            File.ReadAllText(Target)
                .Replace("\"version\":1", "\"version\":1,\"warmth\":{\"id\":\"core 0\",\"kelvin\":[315.5,317]}")
                .Replace("\"iterations\":3", "\"iterations\":3,\"sentinel\":0.25"));

        BaselineWriter.Merge(Target, SomeBaseline.Of(SomeBaseline.Series("B")));

        File.ReadAllText(Target).ShouldContain("\"warmth\":{\"id\":\"core 0\",\"kelvin\":[315.5,317]}");
        File.ReadAllText(Target).ShouldContain("\"sentinel\":0.25");
    }

    [Test]
    public void ABaselineOfAnotherKindOfMachineIsReplacedOnlyOnDemand()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));
        byte[] before = File.ReadAllBytes(Target);
        Fingerprint machine = SomeBaseline.Machine with { LogicalCores = 64 };
        BaselineFile fresh = SomeBaseline.Of(SomeBaseline.Series("B")) with { Machine = machine };

        PerfFileException exception = Should.Throw<PerfFileException>(() => BaselineWriter.Merge(Target, fresh));

        exception.Problem.ShouldBe("was recorded on another kind of machine (logical cores: recorded 2, here 64)");
        File.ReadAllBytes(Target).ShouldBe(before);

        BaselineWriter.Merge(Target, fresh, replaceOtherMachine: true);

        BaselineReader.Read(Target).Series.Select(series => series.Test).ShouldBe(["B"]);
    }

    [Test]
    public void AnAdvisoryDifferenceDoesNotHinderMerging()
    {
        Fingerprint machine = SomeBaseline.Machine with { Kernel = "6.2" };
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));

        BaselineWriter.Merge(Target, SomeBaseline.Of(SomeBaseline.Series("B")) with { Machine = machine });

        BaselineReader.Read(Target).Series.Count.ShouldBe(2);
    }

    [Test]
    public void ABaselineOfAnotherEnvironmentIsNeverReplaced()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));

        BaselineFile other = SomeBaseline.Of() with { Environment = "gpu" };

        Should.Throw<PerfFileException>(() => BaselineWriter.Merge(Target, other, replaceOtherMachine: true))
            .Problem.ShouldBe("is the baseline of environment 'cpu', not of 'gpu'");
    }

    [Test]
    public async Task ManyMergesAtOnceLoseNoSeries()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(
            () => BaselineWriter.Merge(Target, SomeBaseline.Of(SomeBaseline.Series($"Test{number}"))))));

        BaselineReader.Read(Target).Series.Count.ShouldBe(16);
    }

    [Test]
    public void CandidatesOfOneMachineAreCollectedAndAnythingElseGivesWay()
    {
        Fingerprint otherMachine = SomeBaseline.Machine with { CpuModel = "Other" };
        string path = BaselineWriter.WriteCandidate(_folder.Path, SomeBaseline.Of(SomeBaseline.Series("A")));
        BaselineWriter.WriteCandidate(_folder.Path, SomeBaseline.Of(SomeBaseline.Series("B")));

        path.ShouldBe(_folder["cpu.candidate.json"]);
        BaselineReader.Read(path).Series.Select(series => series.Test).ShouldBe(["A", "B"]);

        BaselineWriter.WriteCandidate(
            _folder.Path,
            SomeBaseline.Of(SomeBaseline.Series("C")) with { Machine = otherMachine });
        BaselineReader.Read(path).Series.Select(series => series.Test).ShouldBe(["C"]);

        File.WriteAllText(path, "{ trunc");
        BaselineWriter.WriteCandidate(_folder.Path, SomeBaseline.Of(SomeBaseline.Series("D")));
        BaselineReader.Read(path).Series.Select(series => series.Test).ShouldBe(["D"]);
    }

    [Test]
    public void TheNameOfAnEnvironmentCannotLeadOutOfTheFolderOfCandidates() =>
        BaselineWriter.WriteCandidate(_folder.Path, SomeBaseline.Of() with { Environment = "../x" })
            .ShouldBe(_folder["___x.candidate.json"]);
}
