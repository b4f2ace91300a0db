using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Model;

/// <summary>
/// Reads promises from attributes, as the run time reads them from the compiled ones. A suite says the same over and over: what
/// the same arguments promise is worked out once a compilation.
/// </summary>
internal sealed class SloReader
{
    private readonly ConcurrentDictionary<string, Said?> _read = new();

    /// <summary>The promise of an attribute; null where its arguments do not compile.</summary>
    public Slo? Read(AttributeData attribute, CancellationToken cancellation)
    {
        if (attribute.AttributeConstructor is null
            || attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return null;
        }

        string name = attribute.AttributeClass!.Name.Replace("Attribute", "");
        return _read.GetOrAdd(TextOf(attribute), _ => Read(name, attribute)) is { } said
            ? new Slo(attribute, syntax, name, said.Metric, said.Promises) { Recorded = said.Recorded }
            : null;
    }

    private static Said? Read(string name, AttributeData attribute)
    {
        switch (name)
        {
            case "MaxRegression":
                string metric = Named(attribute, "Metric") as string ?? "time";
                // Time and allocations are the body's own, whatever instrument is named.
                string of = metric is "time" or "gpu_time" or "allocated_bytes" ? "" : $" of {Instrument(attribute)}";
                return new Said($"{metric} regression{of}", [KeyPromises.Regression(metric, Number(attribute))])
                {
                    Recorded = new RecordedMetric(metric, BetterOf(metric, attribute)),
                };
            case "MaxTailRatio":
                double percentile = Number(Named(attribute, "Percentile")) ?? 95;
                return new Said(
                    $"p{percentile.ToString(CultureInfo.InvariantCulture)} {Instrument(attribute)}",
                    [KeyPromises.TailRatio(percentile, Number(attribute))]);
            case "MaxGpuMemory":
                double gigabytes = Number(Named(attribute, "Gigabytes")) ?? double.NaN;
                (KeyPromise share, KeyPromise inGigabytes) = KeyPromises.GpuMemory(Number(attribute), gigabytes);
                return new Said(name, [share, inGigabytes]);
            case "MinCacheHitRate":
                int warmup = (int)(Number(Named(attribute, "WarmupBatches")) ?? -1);
                return new Said(name, [KeyPromises.CacheHitRate(Number(attribute), warmup)]);
            case "MaxMetric" or "MinMetric":
                Direction better = name == "MaxMetric" ? Direction.LowerIsBetter : Direction.HigherIsBetter;
                string? key = Named(attribute, "Key") as string;
                return new Said(Instrument(attribute), [KeyPromises.Instrument(better, key, Number(attribute))]);
            default:
                return ObjectiveTable.ForAttribute(name).Any()
                    ? new Said(name, [KeyPromises.Of(name, Number(attribute))])
                    : null;
        }
    }

    // Of a metric of the body's own the attribute need not say it.
    private static Direction BetterOf(string metric, AttributeData attribute) => metric switch
    {
        "time" or "gpu_time" or "allocated_bytes" => Direction.LowerIsBetter,
        "throughput" => Direction.HigherIsBetter,
        _ => Named(attribute, "HigherIsBetter") is true ? Direction.HigherIsBetter : Direction.LowerIsBetter,
    };

    private static string TextOf(AttributeData attribute)
    {
        StringBuilder said = new(attribute.AttributeClass!.Name);
        foreach (TypedConstant argument in attribute.ConstructorArguments)
        {
            Append(said.Append('|'), argument);
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            Append(said.Append('|').Append(argument.Key).Append('='), argument.Value);
        }

        return said.ToString();
    }

    // Text in its own quotes, so that no text is taken for a number or for two arguments.
    private static void Append(StringBuilder said, TypedConstant argument)
    {
        if (argument.Kind != TypedConstantKind.Array)
        {
            _ = argument.Value is string text
                ? said.Append('"').Append(text.Replace("\"", "\"\"")).Append('"')
                : said.Append(Convert.ToString(argument.Value, CultureInfo.InvariantCulture));
        }
    }

    private static string Instrument(AttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<string>().FirstOrDefault()
        ?? Named(attribute, "Instrument") as string
        ?? "";

    // The limit is the only number among the constructor's arguments of every attribute.
    private static double? Number(AttributeData attribute) =>
        attribute.ConstructorArguments.Select(argument => Number(argument.Value)).FirstOrDefault(number => number is not null);

    private static double? Number(object? constant) => constant switch
    {
        double number => number,
        long whole => whole,
        int whole => whole,
        _ => null,
    };

    private static object? Named(AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Kind == TypedConstantKind.Array ? null : argument.Value.Value;
            }
        }

        return null;
    }

    private sealed record Said(string Metric, IReadOnlyList<KeyPromise> Promises)
    {
        public RecordedMetric? Recorded { get; init; }
    }
}
