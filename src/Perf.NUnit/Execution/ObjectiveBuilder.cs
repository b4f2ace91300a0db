using System.Reflection;
using Perf.Measurement;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Execution;

/// <summary>Makes objectives of attributes: the stricter of attribute and file, or an error that says what is missing.</summary>
/// <param name="Thresholds">The file, or the built-in defaults.</param>
/// <param name="Environment">The environment whose overlay counts.</param>
internal sealed record ObjectiveBuilder(ThresholdsFile Thresholds, string Environment)
{
    /// <summary>The objectives of a test method and, beside each instrument reading, the instrument.</summary>
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
        string? section = promise.KeySection ?? SectionOf(method);
        Threshold? threshold = Find(promise, section);
        if (promise.Literal is { } literal)
        {
            CheckRange(promise, literal);
        }

        (Metric metric, Reading reading) = Resolve(promise, section, instruments);
        double? fromFile = threshold is null ? null
            : promise.Kind != BoundKind.RegressionPercent && reading is Reading.InstrumentValue
                ? UnitConversion.Convert(threshold.Value, threshold.Key, metric.Unit)
                : threshold.Value;
        double? value = Stricter(promise.Kind, promise.Literal, fromFile) ?? promise.Default;
        if (value is null)
        {
            return promise.IsOptional ? null : throw new MeasurementException(
                $"no number: give it one, or write {promise.Key ?? "a key"} into a section of {Thresholds.Path}");
        }

        string? place = value == fromFile ? Place(threshold!) : null;
        Origin origin = new(AttributeText.Of(promise.Attribute), place, threshold?.Section ?? SectionOf(method));
        double tolerance = Thresholds.MeasurementNoisePercent(Environment);
        CheckTolerance(promise, metric, value.Value, tolerance);
        return new Objective(metric, reading, new Bound(promise.Kind, value.Value), origin, tolerance)
        {
            Fallback = Fallback(promise, section, method, tolerance),
        };
    }

    private static double? Stricter(BoundKind kind, double? literal, double? fromFile) =>
        literal is { } own && fromFile is { } other ? new Bound(kind, own).Stricter(new Bound(kind, other)).Value : literal ?? fromFile;

    private Threshold? Find(Promise promise, string? section)
    {
        if (promise.Key is null)
        {
            return null;
        }

        ThresholdLookup found = Thresholds.Find(promise.Key, section, Environment);
        bool mayBeMissing = promise.Literal is not null || promise.Default is not null || promise.IsOptional;
        return found.Outcome switch
        {
            LookupOutcome.Found => found.Threshold,
            LookupOutcome.MissingKey when mayBeMissing => null,
            LookupOutcome.UnknownSection when mayBeMissing && promise.KeySection is null => null,
            LookupOutcome.AmbiguousSection => throw new MeasurementException(
                $"{promise.Key} stands in the sections {string.Join(", ", found.Candidates)} of {Thresholds.Path}: say which by [Section(\"…\")]"),
            LookupOutcome.UnknownSection => throw new MeasurementException(
                $"{Thresholds.Path} has no section {section}{DidYouMean(found)}"),
            _ => throw new MeasurementException(
                $"{Thresholds.Path} has no {promise.Key}{(section is null ? "" : $" in section {section}")}{DidYouMean(found)}: write it there, or give the attribute a number"),
        };
    }

    private static string DidYouMean(ThresholdLookup found) =>
        found.Candidates.Count == 0 ? "" : $" (did you mean {string.Join(" or ", found.Candidates)}?)";

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

    private static void CheckRange(Promise promise, double literal)
    {
        ObjectiveKind? kind = promise.Key is null ? null : ObjectiveTable.ForKey(promise.Key);
        if (!double.IsFinite(literal) || (kind is not null && !kind.Range.Contains(literal)))
        {
            throw new MeasurementException(
                FormattableString.Invariant($"{literal} is out of range: it must be {(kind is null ? "a finite number" : kind.Range.ToString())}"));
        }
    }

    private static void CheckTolerance(Promise promise, Metric metric, double value, double tolerance)
    {
        if (promise.Kind == BoundKind.RegressionPercent && metric.IsNoisy && value <= tolerance)
        {
            throw new MeasurementException(FormattableString.Invariant(
                $"a regression limit of {value} % is not above tolerance.measurement_noise_pct ({tolerance} %): unchanged code would leave the pass zone; raise the limit, or lower the tolerance"));
        }
    }

    private string Place(Threshold threshold) => Thresholds.IsBuiltIn
        ? $"{Thresholds.Path}, {threshold.Section}.{threshold.Key}"
        : $"{Thresholds.Path}:{threshold.Range.Line}, {(threshold.Environment is null ? "" : $"environments.{threshold.Environment}.")}{threshold.Section}.{threshold.Key}";

    private static string? SectionOf(MethodInfo method) =>
        (method.GetCustomAttribute<SectionAttribute>()
            ?? method.ReflectedType?.GetCustomAttribute<SectionAttribute>(inherit: true)
            ?? method.ReflectedType?.Assembly.GetCustomAttribute<SectionAttribute>())?.Name;
}
