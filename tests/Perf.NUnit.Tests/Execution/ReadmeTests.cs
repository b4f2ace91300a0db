using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Execution;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Execution;

/// <summary>The tables of the README name what there is, and nothing else.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] Rows =
        [.. File.ReadLines(Path.Combine(Architecture.Repository.Root, "README.md")).Where(line => line.StartsWith('|'))];

    [Test]
    public void EveryAttributeHasItsRowAndEveryRowItsAttribute()
    {
        string[] attributes = [.. typeof(SloAttribute).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Attribute)) && type != typeof(PerfRunAttribute))
            .Select(type => type.Name[..^nameof(Attribute).Length])];

        // A row may name two that differ in their direction alone.
        Rows.Where(row => row.StartsWith("| `[", StringComparison.Ordinal))
            .SelectMany(row => AttributeName().Matches(row.Split(" | ")[0]).Select(match => match.Groups[1].Value))
            .Distinct().ShouldBe(attributes, ignoreOrder: true);
    }

    [Test]
    public void EveryKeyOfAnAttributeIsInItsRow() => ObjectiveTable.Kinds
        .Where(kind => kind.Attribute.Length > 0 && !kind.Key.Contains('<', StringComparison.Ordinal))
        .Where(kind => !Rows.Any(row => row.Contains($"[{kind.Attribute}", StringComparison.Ordinal) && (row.Contains($"`{kind.Key}`", StringComparison.Ordinal) || kind.Key.EndsWith("_regression_threshold_pct", StringComparison.Ordinal))))
        .Select(kind => kind.Key)
        .ShouldBeEmpty();

    [Test]
    public void EverySettingHasItsRowWithItsVariable()
    {
        // What a setting is called, whoever asks for it.
        SortedSet<string> asked = new(StringComparer.Ordinal);
        Settings settings = new(_ => null, name =>
        {
            asked.Add(name);
            return null;
        });
        foreach (System.Reflection.PropertyInfo property in typeof(Settings).GetProperties().Where(property => property.GetMethod!.IsStatic is false))
        {
            property.GetValue(settings);
        }

        // Between selftest and the tests that it starts.
        asked.Remove("inject").ShouldBeTrue();
        Rows.Select(row => Setting().Match(row)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .ShouldBe(asked, ignoreOrder: true);
        Rows.Select(row => Setting().Match(row)).Where(match => match.Success)
            .ShouldAllBe(match => match.Groups[2].Value == "PERF_" + match.Groups[1].Value.Replace("-", "_", StringComparison.Ordinal).ToUpperInvariant());
    }

    [GeneratedRegex(@"\[(\w+)")]
    private static partial Regex AttributeName();

    [GeneratedRegex(@"^\| `([a-z-]+)` \| `(PERF_\w+)` \|")]
    private static partial Regex Setting();
}
