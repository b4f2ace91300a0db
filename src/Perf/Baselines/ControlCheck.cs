using Perf.Measurement.Meters;

namespace Perf.Baselines;

/// <summary>Looks at what a series says of its control.</summary>
internal static class ControlCheck
{
    /// <summary>The problems of a series, in the order of the file.</summary>
    /// <param name="path">Where the series stands.</param>
    /// <param name="series">The series.</param>
    public static IEnumerable<BaselineProblem> Problems(string path, BaselineSeries series)
    {
        if (series.Control is not { } control)
        {
            return [];
        }

        string[] without = [.. series.Launches.Index().Where(launch => launch.Item?.Beside is null).Select(launch => $"{path}.launches[{launch.Index}]")];
        return
        [
            .. BaselineCheck.OfText($"{path}.control.name", control.Name),
            .. BaselineCheck.AtLeastOne($"{path}.control.version", control.Version),
            .. OfAccepted($"{path}.control.cpu", control.Cpu),
            .. OfAccepted($"{path}.control.wall", control.Wall),
            .. series.Launches.Count == 0 ? [new BaselineProblem($"{path}.launches", "launches is empty: there is nothing to compare with")] : Array.Empty<BaselineProblem>(),
            .. without.Select(launch => new BaselineProblem(launch, "the launch lacks beside, what it says beside the control of its series")),
            .. series.Launches.SelectMany((launch, index) => OfLaunch($"{path}.launches[{index}].beside", launch?.Beside)),
            .. (series.Stages ?? []).SelectMany((stage, index) => OfStage($"{path}.stages[{index}]", stage)),
            .. BaselineCheck.OfNumber($"{path}.resolutionPercent", series.ResolutionPercent ?? 0, mayBeZero: true),
        ];
    }

    private static IEnumerable<BaselineProblem> OfAccepted(string path, AcceptedRatio accepted) =>
    [
        .. OfLogarithm($"{path}.logRatio", accepted.LogRatio),
        .. BaselineCheck.OfNumber($"{path}.sentinelFloorSeconds", accepted.SentinelFloorSeconds, mayBeZero: false),
        .. BaselineCheck.OfNumber($"{path}.controlSeconds", accepted.ControlSeconds, mayBeZero: false),
    ];

    private static IEnumerable<BaselineProblem> OfLaunch(string path, BesideControl? beside) => beside is null
        ? []
        :
        [
            .. BaselineCheck.AtLeastOne($"{path}.calls", beside.Calls),
            .. OfReading($"{path}.cpu", beside.Cpu),
            .. OfReading($"{path}.wall", beside.Wall),
            .. BaselineCheck.OfNumber($"{path}.minorPageFaults", beside.MinorPageFaults ?? 0, mayBeZero: true),
            .. BaselineCheck.OfNumber($"{path}.allocatedBytes", beside.AllocatedBytes ?? 0, mayBeZero: true),
            .. BaselineCheck.OfNumber($"{path}.load", beside.Load ?? 0, mayBeZero: true),
        ];

    private static IEnumerable<BaselineProblem> OfReading(string path, ClockReading reading) =>
    [
        .. OfLogarithm($"{path}.logRatio", reading.LogRatio),
        .. BaselineCheck.OfNumber($"{path}.standardError", reading.StandardError, mayBeZero: true),
        .. BaselineCheck.OfNumber($"{path}.quietCalls", reading.QuietCalls, mayBeZero: true),
        .. BaselineCheck.OfNumber($"{path}.controlSeconds", reading.ControlSeconds, mayBeZero: false),
        .. BaselineCheck.OfNumber($"{path}.sentinelFloorSeconds", reading.SentinelFloorSeconds, mayBeZero: false),
    ];

    private static IEnumerable<BaselineProblem> OfStage(string path, RecordedStage? stage) => stage is null
        ? [new BaselineProblem(path, "a stage is null")]
        :
        [
            .. OfInstrument($"{path}.instrument", stage.Instrument),
            .. OfLogarithm($"{path}.logRatio", stage.LogRatio),
            .. BaselineCheck.OfNumber($"{path}.standardError", stage.StandardError, mayBeZero: true),
            .. BaselineCheck.OfNumber($"{path}.seconds", stage.Seconds, mayBeZero: true),
        ];

    private static BaselineProblem[] OfInstrument(string path, string text)
    {
        try
        {
            InstrumentSelector.Parse(text);
            return [];
        }
        catch (FormatException e)
        {
            return [new BaselineProblem(path, e.Message)];
        }
    }

    // A logarithm may have any sign.
    private static IEnumerable<BaselineProblem> OfLogarithm(string path, double value) =>
        BaselineCheck.OfNumber(path, Math.Abs(value), mayBeZero: true);
}
