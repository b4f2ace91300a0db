using Perf.Thresholds.Reading;
using Perf.Thresholds.Yaml;

namespace Perf.Thresholds.Editing;

/// <summary>Finds the smallest change that puts a number into a thresholds file.</summary>
public static class ThresholdsEditor
{
    /// <summary>Adds a key to a section, below its last one; a section that is not there is added at the end.</summary>
    /// <param name="text">The file.</param>
    /// <param name="section">The section.</param>
    /// <param name="key">The key, which the section lacks.</param>
    /// <param name="number">Its number, as it is to be written.</param>
    /// <returns>The change; null where the file has problems, or is written so that the key has no clear place.</returns>
    public static ThresholdsEdit? Add(string text, string section, string key, string number)
    {
        string content = WithoutMark(text);
        if (ThresholdsFile.Parse(content, "").Problems.Count > 0)
        {
            return null;
        }

        IReadOnlyList<YamlEntry> sections = YamlTree.Read(content, new ProblemList()) is YamlMapping file ? file.Entries : [];
        YamlEntry? existing = sections.FirstOrDefault(entry => entry.Key is YamlScalar name && name.Text == section);
        ThresholdsEdit edit = existing switch
        {
            null => new ThresholdsEdit(text.Length, 0, NewSection(text, section, key, number)),
            { Value: YamlMapping { Entries.Count: > 0 } mapping } => AfterLast(text, mapping, key, number),
            { Value: YamlMapping empty } => new ThresholdsEdit(
                Offset(text, empty.Range.Line, empty.Range.Column) + 1, 0, $" {key}: {number} "),
            _ => AtEndOf(text, existing.Key.Range.Line, existing.Key.Range.Column + 1, key, number),
        };
        return IsGood(edit.Apply(text), section, key) ? edit : null;
    }

    /// <summary>Replaces the number of a key in a section itself, not in an overlay.</summary>
    /// <returns>The change; null where the file has no such key.</returns>
    public static ThresholdsEdit? Replace(string text, string section, string key, string number)
    {
        Threshold? threshold = ThresholdsFile.Parse(text, "").Thresholds.FirstOrDefault(
            one => one.Environment is null && one.Section == section && one.Key == key);
        if (threshold is null)
        {
            return null;
        }

        int start = Offset(text, threshold.Range.Line, threshold.Range.Column);
        int end = Offset(text, threshold.Range.EndLine, threshold.Range.EndColumn);
        ThresholdsEdit edit = new(start, end - start, number);
        return IsGood(edit.Apply(text), section, key) ? edit : null;
    }

    private static ThresholdsEdit AfterLast(string text, YamlMapping section, string key, string number)
    {
        YamlEntry last = section.Entries[section.Entries.Count - 1];
        TextRange value = last.Value.Range;
        if (text[Offset(text, section.Range.Line, section.Range.Column)] == '{')
        {
            return new ThresholdsEdit(Offset(text, value.EndLine, value.EndColumn), 0, $", {key}: {number}");
        }

        int line = Math.Max(last.Key.Range.Line, value is { EndColumn: 1 } ? value.EndLine - 1 : value.EndLine);
        return AtEndOf(text, line, last.Key.Range.Column - 1, key, number);
    }

    private static ThresholdsEdit AtEndOf(string text, int line, int indent, string key, string number)
    {
        int end = Offset(text, line, 1);
        while (end < text.Length && text[end] is not ('\r' or '\n'))
        {
            end++;
        }

        return new ThresholdsEdit(end, 0, $"{LineEnd(text)}{new string(' ', indent)}{key}: {number}");
    }

    private static string NewSection(string text, string section, string key, string number)
    {
        string end = LineEnd(text);
        bool isOpen = text.Length > 0 && text[text.Length - 1] is not ('\r' or '\n' or '\uFEFF');
        string gap = WithoutMark(text).Trim().Length == 0 ? "" : end;
        return $"{(isOpen ? end : "")}{gap}{section}:{end}  {key}: {number}{end}";
    }

    // What cannot be read afterwards, or says something else, is not offered.
    private static bool IsGood(string text, string section, string key)
    {
        ThresholdsFile file = ThresholdsFile.Parse(text, "");
        return file.Problems.Count == 0 && file.Find(key, section, "").Outcome == LookupOutcome.Found;
    }

    private static string LineEnd(string text)
    {
        int end = text.IndexOf('\n');
        return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }

    private static string WithoutMark(string text) =>
        text.StartsWith("\uFEFF", StringComparison.Ordinal) ? text.Substring(1) : text;

    // Lines and columns count from 1, without the byte order mark.
    private static int Offset(string text, int line, int column)
    {
        int at = text.Length - WithoutMark(text).Length;
        for (int current = 1; current < line && at < text.Length; at++)
        {
            bool isHalfOfBreak = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
            current += text[at] is '\r' or '\n' && !isHalfOfBreak ? 1 : 0;
        }

        return Math.Min(at + column - 1, text.Length);
    }
}
