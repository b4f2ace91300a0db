using System.Text.Json.Serialization;

namespace Perf.Benchmarks.Rivals;

/// <summary>Serialises lines of the record, the samples of a process, and the figure, without reflection.</summary>
[JsonSerializable(typeof(RivalVerdict))]
[JsonSerializable(typeof(RivalsFigure))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class RivalJson : JsonSerializerContext;
