using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CsCheck;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Perf.Thresholds.Schema;
using YamlDotNet.RepresentationModel;

namespace Perf.Thresholds.Tests.Schema;

/// <summary>The schema is made from the table, and is never stricter than the reader.</summary>
[TestFixture]
public sealed partial class ThresholdsSchemaTests
{
    private static readonly string Committed = Path.GetFullPath(
        Path.Combine(Here(), "..", "..", "..", "baselines", "thresholds.schema.json"));

    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(ThresholdsSchema.Text).GetAwaiter().GetResult();

    [Test]
    public void TheCommittedFileIsWhatTheTableMakes()
    {
        if (Environment.GetEnvironmentVariable("PERF_UPDATE_SCHEMA") == "true")
        {
            File.WriteAllText(Committed, ThresholdsSchema.Text);
        }

        File.ReadAllText(Committed).ShouldBe(
            ThresholdsSchema.Text, "the table has changed: run this test with PERF_UPDATE_SCHEMA=true, and commit the file");
    }

    [Test]
    public void ThePolicyNamesItInItsFirstLine() =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(Committed)!, "thresholds.yaml")).First()
            .ShouldBe("# yaml-language-server: $schema=thresholds.schema.json");

    [Test]
    public void EveryKeyOfTheTableIsCompletedWithADescription()
    {
        JToken sections = JObject.Parse(ThresholdsSchema.Text)["definitions"]!;
        foreach (ObjectiveKind kind in ObjectiveTable.Kinds.Where(kind => !kind.IsPattern))
        {
            JToken? key = sections[kind.OnlySection ?? "section"]!["properties"]![kind.Key];
            key.ShouldNotBeNull(kind.Key);
            ((string?)key["description"]).ShouldNotBeNullOrEmpty(kind.Key);
        }
    }

    [TestCase("a:\n  max_time_seconds: 5\n")]
    [TestCase("a:\nb: {}\n")]
    [TestCase("")]
    [TestCase("a:\n  max_p30_to_mean_ratio: -1\n  max_p50_1_to_mean_ratio: 2\n  max_p50_to_mean_ratio: -2\n")]
    [TestCase("a:\n  max_x_per_second: 1\n  min_change_celsius: -3.5e-1\n  app_load_regression_threshold_pct: 0\n")]
    [TestCase("a: { max_time_seconds: 5 }\nenvironments:\n  gpu:\n    a: { max_time_seconds: .5 }\n    tolerance: {}\n  cpu:\ntolerance: { measurement_noise_pct: 0 }\n")]
    [TestCase("policy: { inconclusive: fail, missing_baseline: warn }\n")]
    public void WhatTheReaderAcceptsIsValid(string yaml)
    {
        ThresholdsFile.Parse(yaml, "t").Problems.Where(problem => problem.Kind != ThresholdProblemKind.UnknownInBase).ShouldBeEmpty();
        IsValid(yaml).ShouldBeTrue();
    }

    [TestCase("a:\n  max_tme_seconds: 5\n", Description = "a slip that is a metric by its form", ExpectedResult = true)]
    [TestCase("a:\n  time_seconds: 5\n", ExpectedResult = false)]
    [TestCase("a:\n  max_time_seconds: 0\n", ExpectedResult = false)]
    [TestCase("a:\n  max_time_seconds: soon\n", ExpectedResult = false)]
    [TestCase("a:\n  max_allocated_bytes: 1.5\n", ExpectedResult = false)]
    [TestCase("a:\n  max_cpu_memory_pct: 101\n", ExpectedResult = false)]
    [TestCase("a:\n  measurement_noise_pct: 2\n", ExpectedResult = false)]
    [TestCase("a:\n  max_time_fortnights: 5\n", ExpectedResult = false)]
    [TestCase("a: 5\n", ExpectedResult = false)]
    [TestCase("policy: { inconclusive: maybe }\n", ExpectedResult = false)]
    [TestCase("policy: { strict: warn }\n", ExpectedResult = false)]
    public bool WhatItRefusesTheReaderRefuses(string yaml)
    {
        ThresholdsFile.Parse(yaml, "t").Problems.ShouldNotBeEmpty();
        return IsValid(yaml);
    }

    [Test]
    public void ItIsNeverStricterThanTheReader()
    {
        Gen<string> word = Gen.OneOf(
            Gen.Const("max"), Gen.Const("min"), Gen.Const("time"), Gen.Const("p99"), Gen.Const("p50"), Gen.Const("p30"), Gen.Const("5"),
            Gen.Const("to_mean"), Gen.Const("gpu_memory"), Gen.Const("x"), Gen.Const("regression_threshold"), Gen.Const("pct"), Gen.Const("ratio"),
            Gen.Const("seconds"), Gen.Const("per_second"), Gen.Const("bytes"), Gen.Const("gb"), Gen.Const("count"), Gen.Const("X"));
        Gen<string> key = Gen.Frequency(
            (3, word.List[2, 5].Select(words => string.Join('_', words))),
            (2, Gen.Int[0, ObjectiveTable.Kinds.Count - 1].Select(i => ObjectiveTable.Kinds[i].Key)));
        Gen<double> number = Gen.OneOf(
            Gen.Const(0.0), Gen.Const(-1.0), Gen.Const(1.0), Gen.Const(99.5), Gen.Const(100.0), Gen.Const(100.5), Gen.Double[-1e6, 1e6]);
        Gen.Select(key, number, Gen.OneOf(Gen.Const("a"), Gen.Const("tolerance"))).Sample((name, value, section) =>
        {
            string yaml = $"{section}:\n  {name}: {value.ToString(CultureInfo.InvariantCulture)}\n";
            if (ThresholdsFile.Parse(yaml, "t").Problems.Count == 0)
            {
                IsValid(yaml).ShouldBeTrue(yaml);
            }
        });
    }

    private static bool IsValid(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        JToken json = stream.Documents.Count == 0 ? JValue.CreateNull() : Json(stream.Documents[0].RootNode);
        return Schema.Validate(json).Count == 0;
    }

    // The core schema of YAML, as editors read it.
    private static JToken Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JObject(mapping.Children.Select(child => new JProperty(((YamlScalarNode)child.Key).Value!, Json(child.Value)))),
        YamlScalarNode { Value: null or "" or "~" or "null" } => JValue.CreateNull(),
        YamlScalarNode scalar when Whole().IsMatch(scalar.Value) => new JValue(long.Parse(scalar.Value, CultureInfo.InvariantCulture)),
        YamlScalarNode scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => new JValue(number),
        YamlScalarNode scalar => new JValue(scalar.Value),
        _ => throw new NotSupportedException(node.ToString()),
    };

    [GeneratedRegex("^-?[0-9]{1,15}$")]
    private static partial Regex Whole();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
