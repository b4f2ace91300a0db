using System.Reflection;
using Perf.Measurement;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf.Execution;

/// <summary>Makes objectives of attributes: the stricter of attribute and file, or an error that says what is missing.</summary>
/// <param name="Thresholds">The file, or the built-in defaults.</param>
/// <param name="Environment">The environment whose overlay counts.</param>
internal sealed record ObjectiveBuilder(ThresholdsFile Thresholds, string Environment)
{
    /// <summary>The objectives of a test method.</summary>
    /// <exception cref="MeasurementException">An attribute cannot be kept; the message holds every reason, one a line.</exception>
    public IReadOnlyList<Objective> Build(MethodInfo method, InstrumentChoice instruments)
    {
        List<string> errors = [];
        List<Objective> objectives = [];
        foreach (SloAttribute attribute in method.GetCustomAttributes<SloAttribute>(inherit: true))
        {
            try
            {
                objectives.AddRange(attribute.Promises().Select(promise => Build(promise, method, instruments)).OfType<Objective>());
            }
            catch (Exception e) when (e is MeasurementException or FormatException or ArgumentException)
            {
                errors.Add($"{AttributeText.Of(attribute)}: {e.Message}");
            }
        }

        return errors.Count == 0 ? objectives : throw new MeasurementException(string.Join('\n', errors));
    }

    private Objective? Build(Promise promise, MethodInfo method, InstrumentChoice instruments)
    {
        string? section = promise.OfKey.Section ?? SectionOf(method);
        Agreement agreement = Agreement.Of(promise.OfKey, Thresholds, SectionOf(method), Environment);
        Throw(agreement.Problem);
        Threshold? threshold = agreement.Threshold;
        (Metric metric, Reading reading) = Resolve(promise, section, instruments);
        double? fromFile = threshold is null ? null
            : promise.OfKey.IsNamed ? UnitConversion.Convert(threshold.Value, threshold.Key, metric.Unit)
            : threshold.Value;
        if (promise.OfKey.Enforced(fromFile) is not { } value)
        {
            return null;
        }

        double tolerance = Thresholds.MeasurementNoisePercent(Environment);
        if (promise.Kind == BoundKind.RegressionPercent && metric.IsNoisy)
        {
            Throw(PromiseProblem.OfTolerance(value, tolerance));
        }

        string? place = value == fromFile ? Place(threshold!) : null;
        Origin origin = new(AttributeText.Of(promise.Attribute), place, threshold?.Section ?? SectionOf(method));
        return new Objective(metric, reading, new Bound(promise.Kind, value), origin, tolerance)
        {
            Fallback = Fallback(promise, section, method, tolerance),
        };
    }

    private static void Throw(PromiseProblem? problem)
    {
        if (problem is not null)
        {
            throw new MeasurementException(problem.Message);
        }
    }

    private (Metric Metric, Reading Reading) Resolve(Promise promise, string? section, InstrumentChoice instruments)
    {
        if (promise.Reading is not Reading.OfInstrument reading)
        {
            return (promise.Metric, promise.Reading);
        }

        SelectedInstrument instrument = instruments.For(reading);
        Reading.OfInstrument resolved = reading with { Instrument = instrument.Selector };
        return resolved switch
        {
            Reading.InstrumentValue => (
                promise.Metric with { Unit = instrument.Unit ?? "1", IsNoisy = instrument.IsDuration }, resolved),
            Reading.Throughput => (promise.Metric with { Unit = $"{instrument.Unit ?? "{item}"}/s" }, resolved),
            Reading.HitRate rate => (promise.Metric, rate with { WarmupBatches = WarmupBatches(rate, section) }),
            _ => (promise.Metric, resolved),
        };
    }

    private int WarmupBatches(Reading.HitRate rate, string? section) => rate.WarmupBatches >= 0
        ? rate.WarmupBatches
        : (int)(Thresholds.Find("warmup_batches", section, Environment).Threshold?.Value ?? 0);

    // The original suite falls back to the absolute limit while there is no baseline.
    private Objective? Fallback(Promise promise, string? section, MethodInfo method, double tolerance) =>
        promise.Kind == BoundKind.RegressionPercent
        && promise.Reading is Reading.BodyTime
        && Thresholds.Find("max_time_seconds", section, Environment).Threshold is { } limit
            ? new Objective(
                Metric.Time,
                promise.Reading,
                new Bound(BoundKind.AtMost, limit.Value),
                new Origin(AttributeText.Of(promise.Attribute), Place(limit), limit.Section),
                tolerance)
            : null;

    private string Place(Threshold threshold) => Thresholds.IsBuiltIn
        ? $"{Thresholds.Path}, {threshold.Section}.{threshold.Key}"
        : $"{Thresholds.Path}:{threshold.Range.Line}, {(threshold.Environment is null ? "" : $"environments.{threshold.Environment}.")}{threshold.Section}.{threshold.Key}";

    private static string? SectionOf(MethodInfo method) =>
        (method.GetCustomAttribute<SectionAttribute>()
            ?? method.ReflectedType?.GetCustomAttribute<SectionAttribute>(inherit: true)
            ?? method.ReflectedType?.Assembly.GetCustomAttribute<SectionAttribute>())?.Name;
}
