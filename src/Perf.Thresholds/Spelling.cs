using Perf.Thresholds.Reading;

namespace Perf.Thresholds;

/// <summary>Finds the name that was meant by one that does not exist.</summary>
public static class Spelling
{
    private const int MostSuggestions = 3;

    /// <summary>The names that are spelled alike, nearest first; none when nothing is near.</summary>
    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> names)
    {
        if (name.Length > Excerpt.LongestName)
        {
            return [];
        }

        int most = Math.Max(1, Math.Min(3, name.Length / 4));
        return
        [
            .. names.Distinct(StringComparer.Ordinal)
                .Select(other => (Name: other, Distance: Distance(name, other, most)))
                .Where(other => other.Distance <= most)
                .OrderBy(other => other.Distance)
                .Take(MostSuggestions)
                .Select(other => other.Name),
        ];
    }

    /// <summary>
    /// How many letters are to be inserted, removed, replaced or swapped with their neighbour to make one name of
    /// another (optimal string alignment); some number above <paramref name="most"/> when more than that.
    /// </summary>
    public static int Distance(string from, string to, int most)
    {
        if (Math.Abs(from.Length - to.Length) > most)
        {
            return most + 1;
        }

        int[] beforeLast = new int[to.Length + 1];
        int[] last = new int[to.Length + 1];
        int[] row = new int[to.Length + 1];
        for (int j = 0; j <= to.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= from.Length; i++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            row[0] = i;
            int least = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            // Swapped neighbours reach back two rows, so only a row well above the limit ends the search.
            if (least > most + 1)
            {
                return most + 1;
            }
        }

        return row[to.Length];
    }
}
