using System.Globalization;

namespace Perf.Baselines;

/// <summary>Something that no baseline may say.</summary>
/// <param name="JsonPath">Where in the file it is said: <c>$.series[3].accepted</c>.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record BaselineProblem(string JsonPath, string Problem);

/// <summary>Looks for values that have the right type and still cannot be true.</summary>
internal static class BaselineCheck
{
    /// <summary>The problems of a baseline, in the order of the file.</summary>
    public static IEnumerable<BaselineProblem> Problems(BaselineFile file)
    {
        var known = new HashSet<(string Test, string Metric)>();
        return
        [
            .. OfText("$.environment", file.Environment),
            .. OfMachine(file.Machine),
            .. file.Series.SelectMany((series, index) => OfSeries($"$.series[{index}]", series, known)),
        ];
    }

    private static IEnumerable<BaselineProblem> OfMachine(Fingerprint? machine)
    {
        if (machine is null)
        {
            return [];
        }

        return
        [
            .. AtLeastOne("$.machine.logicalCores", machine.LogicalCores),
            .. AtLeastOne("$.machine.runtimeMajor", machine.RuntimeMajor),
            .. machine.NativeLibraries.SelectMany((text, index) => OfText($"$.machine.nativeLibraries[{index}]", text)),
            .. machine.Hardening.SelectMany((text, index) => OfText($"$.machine.hardening[{index}]", text)),
        ];
    }

    private static IEnumerable<BaselineProblem> OfSeries(
        string path,
        BaselineSeries? series,
        HashSet<(string Test, string Metric)> known)
    {
        if (series is null)
        {
            return [new BaselineProblem(path, "a series is null")];
        }

        if (!known.Add(series.Key))
        {
            return [new BaselineProblem(path, $"the series {series.Test}, {series.Metric} stands there twice")];
        }

        bool mayBeZero = MayBeZero(series.Unit);
        return
        [
            .. OfText($"{path}.test", series.Test),
            .. OfText($"{path}.metric", series.Metric),
            .. OfText($"{path}.unit", series.Unit),
            .. OfNumber($"{path}.accepted", series.Accepted, mayBeZero),
            .. AtLeastOne($"{path}.version", series.Version),
            .. series.Launches.SelectMany((launch, index) => OfLaunch($"{path}.launches[{index}]", launch, mayBeZero)),
            .. ControlCheck.Problems(path, series),
            .. series.Acceptance is { } acceptance ? OfAcceptance($"{path}.acceptance", acceptance) : [],
        ];
    }

    private static IEnumerable<BaselineProblem> OfAcceptance(string path, Acceptance acceptance) =>
    [
        .. OfText($"{path}.reason", acceptance.Reason),
        .. OfNumber($"{path}.previous", acceptance.Previous ?? 0, mayBeZero: true),
    ];

    private static IEnumerable<BaselineProblem> OfLaunch(string path, BaselineLaunch? launch, bool mayBeZero)
    {
        if (launch is null)
        {
            return [new BaselineProblem(path, "a launch is null")];
        }

        bool inOrder = launch.Minimum <= launch.LowerQuartile
            && launch.LowerQuartile <= launch.Median
            && launch.Median <= launch.UpperQuartile
            && launch.UpperQuartile <= launch.Maximum;
        IEnumerable<BaselineProblem> numbers =
        [
            .. AtLeastOne($"{path}.iterations", launch.Iterations),
            .. OfNumber($"{path}.median", launch.Median, mayBeZero),
            .. OfNumber($"{path}.lowerQuartile", launch.LowerQuartile, mayBeZero),
            .. OfNumber($"{path}.upperQuartile", launch.UpperQuartile, mayBeZero),
            .. OfNumber($"{path}.minimum", launch.Minimum, mayBeZero),
            .. OfNumber($"{path}.maximum", launch.Maximum, mayBeZero),
            .. launch.Quantiles.SelectMany((value, index) => OfNumber($"{path}.quantiles[{index}]", value, mayBeZero)),
        ];
        numbers = inOrder
            ? numbers
            : [.. numbers, new BaselineProblem(path, "minimum, quartiles, median, maximum are not in ascending order")];
        return IsAscending(launch.Quantiles)
            ? numbers
            : [.. numbers, new BaselineProblem($"{path}.quantiles", "quantiles are not in ascending order")];
    }

    private static bool IsAscending(IReadOnlyList<double> values) =>
        values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second);

    // Times and rates are compared by the logarithm of their ratio; bytes, counts and shares may well be 0.
    private static bool MayBeZero(string unit) =>
        unit is not ("s" or "ms" or "us" or "ns") && !unit.EndsWith("/s", StringComparison.Ordinal);

    internal static IEnumerable<BaselineProblem> OfText(string path, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new BaselineProblem(path, $"{NameOf(path)} is empty");
        }
    }

    internal static IEnumerable<BaselineProblem> AtLeastOne(string path, int number)
    {
        if (number < 1)
        {
            string said = number.ToString(CultureInfo.InvariantCulture);
            yield return new BaselineProblem(path, $"{NameOf(path)} is {said}, at least 1 is possible");
        }
    }

    internal static IEnumerable<BaselineProblem> OfNumber(string path, double value, bool mayBeZero)
    {
        string? problem = value switch
        {
            double.NaN => "is not a number",
            double.PositiveInfinity or double.NegativeInfinity => "is infinite",
            < 0 => "is negative",
            0 when !mayBeZero => "is 0, which no time and no rate can be",
            _ => null,
        };
        if (problem is not null)
        {
            yield return new BaselineProblem(path, $"{NameOf(path)} {problem}");
        }
    }

    // "$.series[3].launches[0].values[17]" is "values[17]" to the reader, whom line and column lead there.
    private static string NameOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
