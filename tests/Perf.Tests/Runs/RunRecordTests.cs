using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Runs;
using Perf.Tests.Architecture;
using Shouldly;

namespace Perf.Tests.Runs;

/// <summary>What reads <c>run.json</c> goes by its description.</summary>
[TestFixture]
public sealed class RunRecordTests
{
    private static readonly string Description = File.ReadAllText(Path.Combine(Repository.Root, "docs", "run-record.md"));

    // Told in words: the reader finds their fields in a baseline, or in bytes and counts that name themselves.
    private static readonly string[] InWords = ["Fingerprint", "MemoryReading", "DeviceMemoryReading", "CollectionCounts", "Bounds"];

    [Test]
    public void EveryFieldIsDescribed()
    {
        HashSet<Type> seen = [];
        string[] missing = [.. Fields(typeof(RunDocument), seen).Where(field => !Regex.IsMatch(Description, $@"[`.]{field}\b")).Distinct()];

        missing.ShouldBeEmpty("docs/run-record.md describes each field of run.json");
        seen.ShouldContain(typeof(ControlledTimes));
        seen.ShouldContain(typeof(Perf.Judging.ControlEvidence));
    }

    [Test]
    public void AFieldThatIsNotDescribedIsSeen() => Regex.IsMatch(Description, @"[`.]notThere\b").ShouldBeFalse();

    private static IEnumerable<string> Fields(Type type, HashSet<Type> seen)
    {
        Type own = Nullable.GetUnderlyingType(type) ?? type;
        if (InWords.Contains(own.Name) || RunJsonContext.Default.GetTypeInfo(own) is not { } told || !seen.Add(own))
        {
            return [];
        }

        return told.Kind switch
        {
            JsonTypeInfoKind.Object => told.Properties.SelectMany(property => Fields(property.PropertyType, seen).Prepend(property.Name)),
            JsonTypeInfoKind.Enumerable => Fields(told.ElementType!, seen),
            _ => [],
        };
    }
}
