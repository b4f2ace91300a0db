using CsCheck;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class BaselineTextTests
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
        Gen<char> letter = Gen.Char[" \"\\\n\t<>&'+äµ漢\u2028\u00A0(),.AZaz09"];
        Gen<string> text = Gen.String[letter, 1, 20].Select(part => $"T{part}");
        // Lists everywhere, since equivalence is of types too and the reader makes lists.
        Gen<BaselineLaunch> launch = Gen.Select(
            Gen.Int[1, int.MaxValue],
            value.List[1, 12],
            (iterations, values) => BaselineLaunch.Of(iterations, values) is var made ? made with { Quantiles = made.Quantiles.ToList() } : null!);
        Gen<BesideControl> beside = Gen.Select(
            Gen.Select(Gen.Int[1, 9999], Gen.Bool, Gen.Bool),
            Gen.Select(value.Nullable(), value.Nullable(), value.Nullable()),
            Gen.Double[-1e300, 1e300],
            (counts, numbers, logRatio) => new BesideControl(
                counts.Item1,
                counts.Item2,
                counts.Item3,
                new ClockReading(logRatio, 0.01, counts.Item1, 0.0003, 0.0001),
                new ClockReading(-logRatio, 0, 0, 0.0004, 0.0002))
            {
                MinorPageFaults = numbers.Item1,
                AllocatedBytes = numbers.Item2,
                Load = numbers.Item3,
            });
        Gen<AcceptedControl> control = Gen.Select(text, Gen.Int[1, 99], Gen.Double[-1e300, 1e300], (name, version, logRatio) =>
            new AcceptedControl(name, version, new AcceptedRatio(logRatio, 0.0001, 0.0003), new AcceptedRatio(-logRatio, 0.0002, 0.0004)));
        Gen<BaselineSeries> controlled = Gen.Select(
            control,
            Gen.Select(launch, beside, Gen.DateTimeOffset, (made, said, at) => made with { Beside = said, At = at }).List[1, 3],
            Gen.Double[0, 100],
            (made, launches, resolution) => SomeBaseline.Series($"Beside {made.Name}") with
            {
                Control = made,
                Launches = launches,
                ResolutionPercent = resolution,
                Build = made.Name,
            });
        Gen<BaselineSeries> alone = Gen.Select(
            Gen.Select(text, text, text.Null(), text.Null()),
            Gen.Select(value, Gen.Int[1, 99], Gen.DateTimeOffset),
            launch.List[0, 3],
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
            text.List[0, 3],
            Gen.OneOf(alone, controlled).List[0, 4],
            (name, libraries, all) => new BaselineFile(
                name,
                SomeBaseline.Machine with { NativeLibraries = libraries, Hardening = libraries, Driver = name },
                all.DistinctBy(one => one.Key)
                    .OrderBy(one => one.Test, StringComparer.Ordinal)
                    .ThenBy(one => one.Metric, StringComparer.Ordinal)
                    .ToList()));

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
        BaselineSeries[] series =
        [
            SomeBaseline.Series("B", "time"),
            SomeBaseline.Series("A"),
            SomeBaseline.Series("B", "bytes"),
        ];

        BaselineWriter.Write(Target, SomeBaseline.Of(series));
        byte[] first = File.ReadAllBytes(Target);
        BaselineWriter.Write(Target, SomeBaseline.Of([.. series.Reverse()]));

        File.ReadAllBytes(Target).ShouldBe(first);
        BaselineReader.Read(Target).Series.Select(one => one.Key)
            .ShouldBe([("A", "time"), ("B", "bytes"), ("B", "time")]);
    }

    [Test]
    public void TheTextHasALineForEachSeriesAndShortNumbers()
    {
        BaselineSeries odd = SomeBaseline.Series("Suite.Keeps(\"ä\")") with { Launches = [] };
        BaselineSeries other = SomeBaseline.Series("Suite.Other") with { Data = "5e1f", Commit = null, Launches = [] };

        BaselineText.Of(SomeBaseline.Of(odd, other)).ShouldBe(
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
                {"test":"Suite.Keeps(\"ä\")","metric":"time","unit":"s","accepted":0.0125,"version":1,"commit":"4f3c2a1","recordedAt":"2026-11-20T12:00:00+00:00","launches":[]},
                {"test":"Suite.Other","metric":"time","unit":"s","accepted":0.0125,"version":1,"data":"5e1f","recordedAt":"2026-11-20T12:00:00+00:00","launches":[]}
              ]
            }

            """);
    }

    [Test]
    public void NumbersAreTheShortestThatReadBackTheSameAndThoseOfLaunchesAreRounded()
    {
        string text = BaselineText.Of(SomeBaseline.Of(SomeBaseline.Series("A", accepted: 0.1 + 0.2)));

        text.ShouldContain("\"accepted\":0.30000000000000004,");
        text.ShouldContain(
            "\"launches\":[{\"iterations\":3,\"median\":0.0125,\"lowerQuartile\":0.01225,\"upperQuartile\":0.15625,"
            + "\"minimum\":0.012,\"maximum\":0.3,\"quantiles\":[0.012,0.01205,0.0121,0.01215,0.0122,0.01225,0.0123,0.01235,0.0124,0.01245,"
            + "0.0125,0.04125,0.07,0.09875,0.1275,0.15625,0.185,0.21375,0.2425,0.27125,0.3]}]}");
    }
}
