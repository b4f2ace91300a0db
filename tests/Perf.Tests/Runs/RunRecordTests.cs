using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Runs;
using Perf.Tests.Architecture;
using Shouldly;

namespace Perf.Tests.Runs;

/// <summary>What reads <c>run.json</c> goes by its description.</summary>
[TestFixture]
public sealed class RunRecordTests
{
    private static readonly string Description = Read("run-record.md");

    // Told in words: the reader finds their fields in a baseline, or in bytes and counts that name themselves.
    private static readonly string[] InWords = ["Fingerprint", "MemoryReading", "DeviceMemoryReading", "CollectionCounts", "Bounds", "JsonElement"];

    [Test]
    public void EveryFieldIsDescribed()
    {
        // What a baseline file holds has a description of its own.
        HashSet<Type> seen = [typeof(BaselineSeries)];
        Missing(Fields(typeof(RunDocument), seen), Description).ShouldBeEmpty("docs/run-record.md describes each field of run.json");
        seen.ShouldContain(typeof(ControlledTimes));
        seen.ShouldContain(typeof(Perf.Judging.ControlEvidence));
    }

    [Test]
    public void EveryFieldOfABaselineIsDescribed() => Missing(Fields(typeof(BaselineSeries), []), Read("baseline-file.md"))
        .ShouldBeEmpty("docs/baseline-file.md describes each field of a series");

    [Test]
    public void AFieldThatIsNotDescribedIsSeen() => Regex.IsMatch(Description, @"[`.]notThere\b").ShouldBeFalse();

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", page));

    private static string[] Missing(IEnumerable<string> fields, string description) =>
        [.. fields.Where(field => !Regex.IsMatch(description, $@"[`.]{field}\b")).Distinct()];

    private static IEnumerable<string> Fields(Type type, HashSet<Type> seen)
    {
        Type own = Nullable.GetUnderlyingType(type) ?? type;
        if (InWords.Contains(own.Name) || RunJsonContext.Default.GetTypeInfo(own) is not { } told || !seen.Add(own))
        {
            return [];
        }

        return told.Kind switch
        {
            JsonTypeInfoKind.Object => told.Properties.Where(property => property.Get is not null && !property.IsExtensionData).SelectMany(property => Fields(property.PropertyType, seen).Prepend(property.Name)),
            JsonTypeInfoKind.Enumerable => Fields(told.ElementType!, seen),
            _ => [],
        };
    }
}
