using System.Text.Json;
using Perf.Files;

namespace Perf.Baselines;

/// <summary>
/// The first shape of a baseline, <c>{"analysis":{"validation_time":{"total_seconds":12.3}}}</c>: one number for the
/// time of any test. Whatever else the file says is for others.
/// </summary>
internal static class OriginalShape
{
    private const string Analysis = "analysis";
    private const string ValidationTime = "validation_time";
    private const string TotalSeconds = "total_seconds";
    private const string PathOfTheNumber = $"$.{Analysis}.{ValidationTime}.{TotalSeconds}";

    /// <summary>Whether a file looks like it.</summary>
    public static bool Matches(JsonElement root) => root.TryGetProperty(Analysis, out _);

    /// <summary>Reads it.</summary>
    /// <exception cref="PerfFileException">The number is missing, no number, or no time.</exception>
    public static BaselineFile Read(JsonElement root, StrictJson json)
    {
        JsonElement analysis = root.GetProperty(Analysis);
        if (analysis.ValueKind != JsonValueKind.Object
            || !analysis.TryGetProperty(ValidationTime, out JsonElement time)
            || time.ValueKind != JsonValueKind.Object
            || !time.TryGetProperty(TotalSeconds, out JsonElement number))
        {
            throw json.Wrong($"$.{Analysis}", $"has no {Analysis}.{ValidationTime}.{TotalSeconds}");
        }

        if (number.ValueKind != JsonValueKind.Number || !number.TryGetDouble(out double seconds))
        {
            throw json.Wrong(PathOfTheNumber, $"{TotalSeconds} is not a number");
        }

        return double.IsFinite(seconds) && seconds > 0
            ? new BaselineFile(Environment: "", Machine: null, Series: []) { OriginalTotalSeconds = seconds }
            : throw json.Wrong(PathOfTheNumber, $"{TotalSeconds} is {number.GetRawText()}, which no time can be");
    }
}
