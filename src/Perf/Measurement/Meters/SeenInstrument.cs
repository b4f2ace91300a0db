namespace Perf.Measurement.Meters;

/// <summary>An instrument as it was seen while a body ran once.</summary>
/// <param name="Meter">The name of its meter.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Kind">What its recordings mean.</param>
/// <param name="Unit">Its unit as the subject wrote it (UCUM by convention), or null.</param>
/// <param name="Recordings">How often it recorded; 0 when it was only published.</param>
/// <param name="UntaggedRecordings">How many of the recordings had no tag.</param>
/// <param name="TagSets">
/// The distinct sets of tags, such as <c>stage=forward</c> or <c>hit=true,stage=load</c>, at most
/// <see cref="InstrumentCatalog.TagSetCapacity"/>, sorted.
/// </param>
public sealed record SeenInstrument(
    string Meter,
    string Name,
    InstrumentKind Kind,
    string? Unit,
    long Recordings,
    long UntaggedRecordings,
    IReadOnlyList<string> TagSets);
