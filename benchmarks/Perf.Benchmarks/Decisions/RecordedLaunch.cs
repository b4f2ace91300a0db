using Perf.Files;
using Perf.Measurement;

namespace Perf.Benchmarks.Decisions;

/// <summary>A recorded launch of a duet: what it came to.</summary>
/// <param name="Subject">What both builds called.</param>
/// <param name="TrueRatio">head / base as it was.</param>
/// <param name="Estimate">ln(head / base) and its standard error.</param>
/// <param name="Seconds">For how long it measured, without its warm-up, s.</param>
internal sealed record RecordedLaunch(string Subject, double TrueRatio, Estimate Estimate, double Seconds)
{
    /// <summary>All launches of a recording.</summary>
    /// <exception cref="PerfFileException">The recording is not there, or not such a one.</exception>
    public static IReadOnlyList<RecordedLaunch> Read(DirectoryInfo folder) =>
    [
        .. TraceFile.Read(folder, "launches").Rows.Select(row => new RecordedLaunch(
            row.Text("subject"),
            row.Positive("true_ratio"),
            new Estimate(row.Number("ln_ratio"), row.Positive("standard_error")),
            row.Positive("measuring_s"))),
    ];

    /// <summary>The same launch of a head that is so much slower.</summary>
    public Launch At(double ratio) => new(Estimate with { Value = Estimate.Value + Math.Log(ratio / TrueRatio) });
}
