using CsCheck;
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

    [Test]
    public void WhatIsWrittenIsReadBack()
    {
        Gen<double> value = Gen.Double[double.Epsilon, 1e300];
        Gen<string> text = Gen.String[Gen.Char[" \"\\\n\t<>&'+äµ漢\u2028\u00A0(),.AZaz09"], 1, 20].Select(part => $"T{part}");
        Gen<BaselineLaunch> launch = Gen.Select(Gen.Int[1, int.MaxValue], value.List[1, 12], BaselineLaunch.Of);
        Gen<BaselineSeries> series = Gen.Select(
            Gen.Select(text, text, text.Null(), text.Null()),
            Gen.Select(value, Gen.Int[1, 99], Gen.DateTimeOffset),
            launch.Array[0, 3],
            (texts, numbers, launches) => new BaselineSeries(
                texts.Item1,
                texts.Item2,
                "s",
                numbers.Item1,
                numbers.Item2,
                texts.Item3,
                texts.Item4,
                numbers.Item3,
                launches));
        Gen<BaselineFile> file = Gen.Select(
            text,
            text.Array[0, 3],
            series.Array[0, 4],
            (name, libraries, all) => new BaselineFile(
                name,
                SomeBaseline.Machine with { NativeLibraries = libraries, Driver = name },
                [.. all.DistinctBy(one => one.Key).OrderBy(one => one.Test, StringComparer.Ordinal).ThenBy(one => one.Metric, StringComparer.Ordinal)]));

        file.Sample(
            written =>
            {
                File.Delete(Target);
                BaselineWriter.Write(Target, written);
                BaselineReader.Read(Target).ShouldBeEquivalentTo(written);
            },
            iter: 200,
            threads: 1);
    }

    [Test]
    public void TheSameContentIsTheSameTextInWhateverOrder()
    {
        BaselineSeries[] series = [SomeBaseline.Series("B", "time"), SomeBaseline.Series("A"), SomeBaseline.Series("B", "bytes")];

        BaselineWriter.Write(Target, SomeBaseline.Of(series));
        byte[] first = File.ReadAllBytes(Target);
        BaselineWriter.Write(Target, SomeBaseline.Of([.. series.Reverse()]));

        File.ReadAllBytes(Target).ShouldBe(first);
        BaselineReader.Read(Target).Series.Select(one => one.Key).ShouldBe([("A", "time"), ("B", "bytes"), ("B", "time")]);
    }

    [Test]
    public void TheTextHasALineForEachSeriesAndShortNumbers()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("Suite.Keeps(\"ä\")"), SomeBaseline.Series("Suite.Other")));

        File.ReadAllText(Target).ShouldBe(
            """
            {
              "schemaVersion": 1,
              "environment": "cpu",
              "machine": {
                "cpuModel": "Some CPU, family 25 model 17",
                "logicalCores": 2,
                "architecture": "X64",
                "osFamily": "Linux",
                "runtimeMajor": 10,
                "gcMode": "workstation, concurrent",
                "tieringMode": "tiered, PGO",
                "accelerator": "cpu",
                "nativeLibraries": [
                  "libtorch 2.10.0"
                ],
                "hardening": [
                  "MALLOC_TOP_PAD_=67108864",
                  "OMP_WAIT_POLICY=PASSIVE"
                ],
                "kernel": "6.1.0"
              },
              "series": [
                {"test":"Suite.Keeps(\"ä\")","metric":"time","unit":"s","accepted":0.0125,"version":1,"commit":"4f3c2a1","recordedAt":"2026-11-20T12:00:00+00:00","launches":[{"iterations":3,"median":0.0125,"lowerQuartile":0.01225,"upperQuartile":0.15625000000000003,"minimum":0.012,"maximum":0.30000000000000004,"values":[0.0125,0.30000000000000004,0.012]}]},
                {"test":"Suite.Other","metric":"time","unit":"s","accepted":0.0125,"version":1,"commit":"4f3c2a1","recordedAt":"2026-11-20T12:00:00+00:00","launches":[{"iterations":3,"median":0.0125,"lowerQuartile":0.01225,"upperQuartile":0.15625000000000003,"minimum":0.012,"maximum":0.30000000000000004,"values":[0.0125,0.30000000000000004,0.012]}]}
              ]
            }

            """);
    }

    [TestCase("{\"schemaVersion\": 1, \"ser", TestName = "ATruncatedFileIsNotOverwritten")]
    [TestCase("{\"schemaVersion\": 2, \"everything\": \"else\"}", TestName = "AFileOfANewerSchemaIsNotOverwritten")]
    [TestCase("{\"name\": \"package\"}", TestName = "AForeignFileIsNotOverwritten")]
    [TestCase("", TestName = "AnEmptyFileIsNotOverwritten")]
    [TestCase("{\"analysis\":{\"validation_time\":{\"total_seconds\":12.3}}}", TestName = "AFileOfTheOriginalShapeIsNotOverwritten")]
    public void NotOverwritten(string text)
    {
        File.WriteAllText(Target, text);

        PerfFileException write = Should.Throw<PerfFileException>(() => BaselineWriter.Write(Target, SomeBaseline.Of()));
        Should.Throw<PerfFileException>(() => BaselineWriter.Merge(Target, SomeBaseline.Of(), replaceOtherMachine: true));

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
                .Replace("\"version\":1", "\"version\":1,\"control\":{\"id\":\"Mixed\",\"floor\":[1.5,2]}")
                .Replace("\"iterations\":3", "\"iterations\":3,\"sentinel\":0.25"));

        BaselineWriter.Merge(Target, SomeBaseline.Of(SomeBaseline.Series("B")));

        File.ReadAllText(Target).ShouldContain("\"control\":{\"id\":\"Mixed\",\"floor\":[1.5,2]}");
        File.ReadAllText(Target).ShouldContain("\"sentinel\":0.25");
    }

    [Test]
    public void ABaselineOfAnotherKindOfMachineIsReplacedOnlyOnDemand()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));
        byte[] before = File.ReadAllBytes(Target);
        BaselineFile fresh = SomeBaseline.Of(SomeBaseline.Series("B")) with { Machine = SomeBaseline.Machine with { LogicalCores = 64 } };

        PerfFileException exception = Should.Throw<PerfFileException>(() => BaselineWriter.Merge(Target, fresh));

        exception.Problem.ShouldBe("was recorded on another kind of machine (logical cores: recorded 2, here 64)");
        File.ReadAllBytes(Target).ShouldBe(before);

        BaselineWriter.Merge(Target, fresh, replaceOtherMachine: true);

        BaselineReader.Read(Target).Series.Select(series => series.Test).ShouldBe(["B"]);
    }

    [Test]
    public void AnAdvisoryDifferenceDoesNotHinderMerging()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));

        BaselineWriter.Merge(Target, SomeBaseline.Of(SomeBaseline.Series("B")) with { Machine = SomeBaseline.Machine with { Kernel = "6.2" } });

        BaselineReader.Read(Target).Series.Count.ShouldBe(2);
    }

    [Test]
    public void ABaselineOfAnotherEnvironmentIsNeverReplaced()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));

        Should.Throw<PerfFileException>(
                () => BaselineWriter.Merge(Target, SomeBaseline.Of() with { Environment = "gpu" }, replaceOtherMachine: true))
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
        string path = BaselineWriter.WriteCandidate(_folder.Path, SomeBaseline.Of(SomeBaseline.Series("A")));
        BaselineWriter.WriteCandidate(_folder.Path, SomeBaseline.Of(SomeBaseline.Series("B")));

        path.ShouldBe(_folder["cpu.candidate.json"]);
        BaselineReader.Read(path).Series.Select(series => series.Test).ShouldBe(["A", "B"]);

        BaselineWriter.WriteCandidate(
            _folder.Path,
            SomeBaseline.Of(SomeBaseline.Series("C")) with { Machine = SomeBaseline.Machine with { CpuModel = "Other" } });
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
