namespace Perf.Thresholds;

/// <summary>Finds the name that a writer may have meant.</summary>
public static class Spelling
{
    // Two slips of the finger; more is another word.
    private const int MostEdits = 2;

    // Comparing costs the product of the lengths, and no key of ours is longer.
    private const int LongestName = 64;

    /// <summary>The known names nearest to the written one, at most two edits away; none when nothing is near.</summary>
    public static IReadOnlyList<string> Nearest(string written, IEnumerable<string> known)
    {
        if (written.Length > LongestName)
        {
            return [];
        }

        (string Name, int Edits)[] near = [.. known
            .Distinct(StringComparer.Ordinal)
            .Where(name => Math.Abs(name.Length - written.Length) <= MostEdits)
            .Select(name => (Name: name, Edits: Edits(written, name)))
            .Where(pair => pair.Edits <= Math.Min(MostEdits, written.Length / 2))];
        int least = near.Length == 0 ? 0 : near.Min(pair => pair.Edits);
        return [.. near.Where(pair => pair.Edits == least).Select(pair => pair.Name)];
    }

    // Levenshtein's distance, one row at a time.
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
