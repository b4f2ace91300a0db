using System.Globalization;
using NUnit.Framework;
using Perf.Measurement;
using Perf.Runs;

namespace Perf.Execution;

/// <summary>
/// The settings of a run: an environment variable, else a test-run parameter, else what the build says, else the default.
/// </summary>
/// <param name="variable">Reads an environment variable; null when it is not set.</param>
/// <param name="parameter">Reads a test-run parameter; null when it is not given.</param>
internal sealed class Settings(Func<string, string?> variable, Func<string, string?> parameter)
{
    private const double DefaultBudgetSeconds = 60;

    /// <summary>The settings of this process and its test run.</summary>
    public static Settings OfThisRun { get; } = new(System.Environment.GetEnvironmentVariable, name => TestContext.Parameters[name]);

    /// <summary>The baseline file; null for the one in the baselines folder.</summary>
    public string? Baseline => Text("baseline");

    /// <summary>The thresholds file; null for the build's own copy.</summary>
    public string? Thresholds => Text("thresholds");

    /// <summary>The folder of the other commit's build; null without one.</summary>
    public string? BaseBuild => Text("base-build");

    /// <summary>The file that says what is done to bodies so that promises must fire; null without one.</summary>
    public string? Inject => Text("inject");

    /// <summary>Whether builds that are equal are measured all the same.</summary>
    /// <exception cref="MeasurementException">The value is neither true nor false.</exception>
    public bool IsAlwaysMeasured => Flag("always");

    /// <summary>The file that a watching tool reads progress from; null without one.</summary>
    public string? Progress => Text("progress");

    /// <summary>The environment; null for the build's.</summary>
    public string? Environment => Text("environment");

    /// <summary>The report folder; null for <c>artifacts/perf/&lt;project&gt;</c>.</summary>
    public string? Report => Text("report");

    /// <summary>Strict mode.</summary>
    /// <exception cref="MeasurementException">The value is neither true nor false.</exception>
    public bool IsStrict => Flag("ci");

    /// <summary>Whether a baseline is written instead of judging.</summary>
    /// <exception cref="MeasurementException">The value is none of true, false and new.</exception>
    public bool IsRecording => IsRecordingNew || Flag("record", ", or new");

    /// <summary>Whether only what the baseline does not have yet is recorded.</summary>
    public bool IsRecordingNew => "new".Equals(Text("record"), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a green run adds its launches to the baseline, into the spread and not into what was accepted.</summary>
    /// <exception cref="MeasurementException">The value is neither true nor false.</exception>
    public bool IsAppending => Flag("append");

    /// <summary>Seconds that a test may take for its verdicts.</summary>
    /// <exception cref="MeasurementException">The value is no positive number.</exception>
    public double BudgetSeconds => Text("budget") is not { } text
        ? DefaultBudgetSeconds
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds > 0 && double.IsFinite(seconds)
            ? seconds
            : throw new MeasurementException($"{Name("budget")} is \"{text}\": write seconds, a number above 0");

    /// <summary>The part of the suite that this run is; null for all of it.</summary>
    /// <exception cref="MeasurementException">The value is no shard.</exception>
    public Shard? Shard => Text("shard") is not { } text
        ? null
        : Runs.Shard.TryParse(text, out Shard shard) ? shard : throw new MeasurementException($"{Name("shard")} is \"{text}\": {Runs.Shard.Form}");

    private string? Text(string name) =>
        variable(Name(name)) is { Length: > 0 } set ? set : parameter(name) is { Length: > 0 } given ? given : null;

    private bool Flag(string name, string other = "") => Text(name)?.ToLowerInvariant() switch
    {
        null or "0" or "false" or "no" or "off" => false,
        "1" or "true" or "yes" or "on" => true,
        var text => throw new MeasurementException($"{Name(name)} is \"{text}\": write true or false{other}"),
    };

    private static string Name(string setting) => "PERF_" + setting.ToUpperInvariant().Replace('-', '_');
}
