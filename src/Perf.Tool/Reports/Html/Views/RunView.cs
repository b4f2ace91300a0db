using System.Globalization;
using Perf.Baselines;
using Perf.Metrics;
using Perf.Runs;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>A run: when, of what, with which settings, on which machine.</summary>
/// <param name="Label">What tells it from the other runs.</param>
/// <param name="Facts">Its circumstances.</param>
/// <param name="Machine">What makes its machine comparable with another.</param>
internal sealed record RunView(string Label, IReadOnlyList<FactView> Facts, IReadOnlyList<FactView> Machine)
{
    /// <summary>The view of a run.</summary>
    public static RunView Of(RunDocument run) => new(LabelOf(run), FactsOf(run), MachineOf(run.Machine));

    /// <summary>What tells a run from others: <c>tests/Shop.Perf, cpu, shard 2/3</c>.</summary>
    public static string LabelOf(RunDocument run)
    {
        string projects = string.Join(" + ", run.Tests.Select(test => test.Test.Project).Distinct(StringComparer.Ordinal).Take(3));
        string[] parts = [projects, run.Environment, run.Shard is null ? "" : $"shard {run.Shard}", run.Commit ?? ""];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static List<FactView> FactsOf(RunDocument run) =>
        Known(
        [
            ("Began", Time(run.StartedAt)),
            ("Took", run.EndedAt is { } end && end > run.StartedAt ? Quantity.Seconds(Math.Round((end - run.StartedAt).TotalSeconds)) : ""),
            ("Commit", run.Commit ?? ""),
            ("Compared with", run.Baseline ?? "nothing"),
            ("Limits from", run.Thresholds),
            ("Environment", run.Environment),
            ("Shard", run.Shard ?? ""),
            ("Strict mode", run.Strict ? "on: the policy may fail what could not be judged" : "off: what could not be judged fails nothing"),
        ]);

    private static List<FactView> MachineOf(Fingerprint machine) =>
        Known(
        [
            ("Processor", machine.CpuModel),
            ("Cores that may be used", machine.LogicalCores.ToString(CultureInfo.InvariantCulture)),
            ("Architecture", machine.Architecture),
            ("Operating system", string.Join(", ", new[] { machine.OsDescription ?? machine.OsFamily, machine.Kernel ?? "" }.Where(part => part.Length > 0))),
            (".NET", machine.RuntimeVersion ?? machine.RuntimeMajor.ToString(CultureInfo.InvariantCulture)),
            ("Garbage collection", machine.GcMode),
            ("JIT", machine.TieringMode),
            ("Accelerator", machine.Driver is null ? machine.Accelerator : $"{machine.Accelerator}, driver {machine.Driver}"),
            ("Native libraries", string.Join(", ", machine.NativeLibraries)),
            ("Hardening (settings that keep it quiet)", string.Join(", ", machine.Hardening)),
        ]);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static List<FactView> Known((string Name, string Value)[] facts) =>
        [.. facts.Where(fact => fact.Value.Length > 0).Select(fact => new FactView(fact.Name, fact.Value))];
}
