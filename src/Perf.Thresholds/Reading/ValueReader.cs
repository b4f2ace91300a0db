using System.Globalization;
using System.Text.RegularExpressions;
using Perf.Thresholds.Yaml;

namespace Perf.Thresholds.Reading;

/// <summary>Reads numbers: decimal ones of YAML 1.2's core schema, finite, within the range of their key.</summary>
internal sealed class ValueReader(ProblemList problems)
{
    private const int LongestNumber = 64;

    // A number and whatever follows it.
    private static readonly Regex Number = new(
        @"\A([-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)(.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    // Of the core schema `.nan` and `.inf` only; the others are what people write for them.
    private static readonly Regex NotFinite = new(
        @"\A[-+]?\.?(?:nan|inf|infinity|∞)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The number, or null when there is a problem with it, which is then in the list.</summary>
    /// <param name="node">What stands in the place of the number.</param>
    /// <param name="kind">What its key means.</param>
    /// <param name="name">The key with its section, for the message.</param>
    public double? Read(YamlNode node, ObjectiveKind kind, string name)
    {
        switch (node)
        {
            case YamlRefused:
                return null;
            case YamlScalar { IsNull: true }:
                return Wrong(ThresholdProblemKind.WrongType, node, $"{name} has no value; write {kind.Wanted}");
            case YamlScalar { IsPlain: true } scalar:
                return Read(scalar, kind, name);
            case YamlScalar quoted when IsNumber(quoted.Text):
                return Wrong(
                    ThresholdProblemKind.WrongType,
                    node,
                    $"{name} is text, not a number; write {quoted.Text} without quotes");
            case YamlScalar quoted:
                return Wrong(
                    ThresholdProblemKind.WrongType,
                    node,
                    $"{name} is the text '{Excerpt.Of(quoted.Text)}'; write {kind.Wanted}, without quotes");
            default:
                return Wrong(
                    ThresholdProblemKind.WrongType, node, $"{name} is not a single value; write {kind.Wanted}");
        }
    }

    private double? Read(YamlScalar scalar, ObjectiveKind kind, string name)
    {
        string shown = Excerpt.Of(scalar.Text);
        if (scalar.Text.Length > LongestNumber)
        {
            return Wrong(
                ThresholdProblemKind.WrongType,
                scalar,
                $"{name} is '{shown}', too long for a number; write {kind.Wanted}");
        }

        if (NotFinite.IsMatch(scalar.Text))
        {
            return Wrong(
                ThresholdProblemKind.OutOfRange,
                scalar,
                $"{name} is {shown}, which is not finite; write {kind.Wanted}");
        }

        Match match = Number.Match(scalar.Text);
        string rest = match.Groups[2].Value;
        if (!match.Success || rest.Length > 0)
        {
            bool isUnit = rest.Trim() is { Length: > 0 } unit
                && unit.All(letter => letter == '%' || char.IsLetter(letter));
            string wanted = isUnit
                ? $"write {match.Groups[1].Value}, the unit is in the key"
                : $"write {kind.Wanted}, in decimal digits without separators";
            return Wrong(
                ThresholdProblemKind.WrongType, scalar, $"{name} is '{shown}', which is not a number; {wanted}");
        }

        // Older runtimes refuse a number beyond the greatest, newer ones make it infinite.
        bool isParsed = double.TryParse(
            scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        if (!isParsed || double.IsInfinity(value))
        {
            return Wrong(
                ThresholdProblemKind.OutOfRange,
                scalar,
                $"{name} is {shown}, which is not finite; write {kind.Wanted}");
        }

        // Adding 0 makes 0 of a negative zero, which messages would show as "-0".
        return kind.Range.Contains(value)
            ? value + 0.0
            : Wrong(
                ThresholdProblemKind.OutOfRange, scalar, $"{name} is {shown}, which cannot be; write {kind.Wanted}");
    }

    private static bool IsNumber(string text) =>
        text.Length <= LongestNumber && Number.Match(text) is { Success: true } match && match.Groups[2].Length == 0;

    private double? Wrong(ThresholdProblemKind kind, YamlNode node, string message)
    {
        problems.Add(kind, node.Range, message);
        return null;
    }
}
