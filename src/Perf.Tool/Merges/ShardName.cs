using System.Globalization;

namespace Perf.Tool.Merges;

/// <summary>Which parts of a suite a run is of.</summary>
/// <param name="Parts">The parts, from 1; several where runs were merged.</param>
/// <param name="Of">How many parts there are.</param>
internal sealed record ShardName(IReadOnlyList<int> Parts, int Of)
{
    /// <summary>Reads <c>2/3</c>, or <c>1,2/3</c> of merged runs; null of anything else.</summary>
    public static ShardName? Parse(string? text)
    {
        if (text?.Split('/') is not [var parts, var of]
            || !int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return null;
        }

        int?[] numbers = [.. parts.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : (int?)null)];
        return numbers.All(number => number >= 1 && number <= count) ? new ShardName([.. numbers.Select(number => number!.Value).Order()], count) : null;
    }

    /// <summary>The name as a run has it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', Parts)}/{Of}");
}
