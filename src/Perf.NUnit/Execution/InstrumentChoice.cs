using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Objectives;

namespace Perf.Execution;

/// <summary>Finds the instrument of a reading among those that the body's first run published.</summary>
/// <param name="Seen">Every instrument that was there, whether it recorded or not.</param>
internal sealed record InstrumentChoice(IReadOnlyList<SeenInstrument> Seen)
{
    // A tag of many values names no stages.
    private const int MostStages = 24;

    /// <summary>The instrument that the reading names, or the only one that fits.</summary>
    /// <exception cref="MeasurementException">None recorded, or several fit; the message lists the instruments seen.</exception>
    public SelectedInstrument For(Reading.OfInstrument reading) =>
        reading.Instrument is { } named ? Named(named) : TheOnlyOne(reading);

    /// <summary>The meter's only untagged histogram of duration, by which batches are counted; null when there is none.</summary>
    public SeenInstrument? BatchesOf(string instrument)
    {
        string? meter = Seen.FirstOrDefault(seen => seen.Name == instrument)?.Meter;
        return Seen.Where(seen => seen.Meter == meter && IsUntaggedDuration(seen)).ToArray() is [var only] ? only : null;
    }

    /// <summary>Every histogram of duration that recorded, a stage each: by them a change of the body is found.</summary>
    public IEnumerable<SelectedInstrument> Durations() => Seen
        .Where(seen => seen.Recordings > 0 && seen.Kind == InstrumentKind.Histogram)
        .SelectMany(seen => seen.TagSets.DefaultIfEmpty("").Select(tags => (Seen: seen, Tags: tags)))
        .Select(stage => new SelectedInstrument(Selector(stage.Seen.Name, stage.Tags), stage.Seen.Kind, stage.Seen.Unit))
        .Where(stage => stage.IsDuration)
        .Take(MostStages);

    private static InstrumentSelector Selector(string name, string tags) => new(
        name,
        tags.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(tag => tag.Split('=', 2))
            .Where(tag => tag.Length == 2)
            .ToDictionary(tag => tag[0], tag => tag[1]));

    private SelectedInstrument Named(InstrumentSelector named)
    {
        SeenInstrument? seen = Seen.FirstOrDefault(seen => seen.Name == named.Name && seen.Recordings > 0 && HasTags(seen, named));
        return seen is not null
            ? new SelectedInstrument(named, seen.Kind, seen.Unit)
            : throw new MeasurementException($"instrument {named} recorded nothing while the body ran; {Listing()}");
    }

    private SelectedInstrument TheOnlyOne(Reading.OfInstrument reading)
    {
        SeenInstrument[] fitting = [.. Seen.Where(seen => seen.Recordings > 0 && Fits(reading, seen))];
        return fitting is [var only]
            ? new SelectedInstrument(new InstrumentSelector(only.Name, new Dictionary<string, string>()), only.Kind, only.Unit)
            : throw new MeasurementException(fitting.Length == 0
                ? $"no {Wanted(reading)} recorded while the body ran: name one by Instrument = \"…\"; {Listing()}"
                : $"{fitting.Length} instruments fit ({string.Join(", ", fitting.Select(seen => seen.Name))}): name one by Instrument = \"…\"");
    }

    private static bool Fits(Reading.OfInstrument reading, SeenInstrument seen) => reading switch
    {
        Reading.Throughput => seen.Kind == InstrumentKind.Counter && seen.UntaggedRecordings > 0,
        Reading.TailRatio => IsUntaggedDuration(seen),
        Reading.HitRate => seen.Kind == InstrumentKind.Counter && seen.TagSets.Any(tags => tags.Contains("hit=", StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static string Wanted(Reading.OfInstrument reading) => reading switch
    {
        Reading.Throughput => "counter without tags",
        Reading.TailRatio => "histogram of duration without tags",
        _ => "counter with a tag hit",
    };

    private static bool IsUntaggedDuration(SeenInstrument seen) =>
        seen.UntaggedRecordings > 0
        && seen.Kind == InstrumentKind.Histogram
        && new SelectedInstrument(new InstrumentSelector(seen.Name, new Dictionary<string, string>()), seen.Kind, seen.Unit).IsDuration;

    private static bool HasTags(SeenInstrument seen, InstrumentSelector named) =>
        named.Tags.Count == 0
        || seen.TagSets.Any(tags => named.Tags.All(tag => tags.Split(',').Contains($"{tag.Key}={tag.Value}", StringComparer.OrdinalIgnoreCase)));

    private string Listing() => Seen.Count == 0
        ? "no instrument was published: does the body run what publishes it?"
        : "seen: " + string.Join(", ", Seen.Select(seen =>
            $"{seen.Name}{(seen.TagSets.Count > 0 ? $"{{{string.Join(" | ", seen.TagSets)}}}" : "")} ({seen.Kind}, {seen.Unit ?? "no unit"}, {seen.Recordings} recordings)"));
}
