using System.Globalization;
using Perf.Thresholds.Reading;

namespace Perf.Thresholds.Yaml;

/// <summary>Refuses, before any parsing, texts that parsers read differently or only slowly.</summary>
internal static class TextCheck
{
    /// <summary>The most characters of a thresholds file: 2²⁰, a thousand times what people write.</summary>
    public const int MostCharacters = 1_048_576;

    /// <summary>Whether the text may be parsed; its first problem is in the list otherwise.</summary>
    public static bool Passes(string text, ProblemList problems)
    {
        if (text.Length > MostCharacters)
        {
            problems.Add(
                ThresholdProblemKind.TooLarge,
                new TextRange(1, 1, 1, 1),
                string.Format(
                    CultureInfo.InvariantCulture,
                    "the file has {0} characters; make it at most {1}, or name the right file",
                    text.Length,
                    MostCharacters));
            return false;
        }

        return FirstProblem(text) is not { } first || Refuse(first, problems);
    }

    private static bool Refuse(ThresholdProblem problem, ProblemList problems)
    {
        problems.Add(problem.Kind, problem.Range, problem.Message);
        return false;
    }

    private static ThresholdProblem? FirstProblem(string text)
    {
        int line = 1;
        int lineStart = 0;
        int? tab = null;
        bool isIndentation = true;
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            bool isHalfOfBreak = letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (letter is '\n' or '\r' && !isHalfOfBreak)
            {
                line++;
                lineStart = i + 1;
                tab = null;
                isIndentation = true;
            }
            else if (IsForbidden(letter))
            {
                return new ThresholdProblem(ThresholdProblemKind.Syntax, Forbidden(letter), Place(line, i - lineStart));
            }
            else if (letter == '%' && i == lineStart)
            {
                return new ThresholdProblem(
                    ThresholdProblemKind.DocumentRefused,
                    "a YAML directive has no place in a thresholds file; remove the line",
                    Place(line, 0));
            }
            else if (isIndentation && letter == '\t')
            {
                tab ??= i;
            }
            else if (isIndentation && letter is not (' ' or '\r'))
            {
                // Before nothing but a comment a tab indents nothing.
                if (tab is { } at && letter != '#')
                {
                    return new ThresholdProblem(
                        ThresholdProblemKind.Syntax,
                        "a line is indented by a tab; indent it by spaces",
                        Place(line, at - lineStart));
                }

                isIndentation = false;
            }
        }

        return null;
    }

    private static TextRange Place(int line, int column) => new(line, column + 1, line, column + 2);

    private static string Forbidden(char letter) => string.Format(
        CultureInfo.InvariantCulture,
        "the character U+{0:X4} may not stand in a thresholds file; remove it, or save the file as UTF-8",
        (int)letter);

    // Control characters, a byte order mark within the text, and the line breaks of YAML 1.1 that no editor shows.
    private static bool IsForbidden(char letter) =>
        (char.IsControl(letter) && letter is not ('\t' or '\r' or '\n')) || letter is '\u2028' or '\u2029' or '\uFEFF';
}
