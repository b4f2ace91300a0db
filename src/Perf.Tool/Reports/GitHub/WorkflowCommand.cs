namespace Perf.Tool.Reports.GitHub;

/// <summary>A line by which a step of GitHub Actions annotates a source file.</summary>
/// <param name="Kind"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
/// <param name="Title">The heading.</param>
/// <param name="Message">The text, of any number of lines.</param>
/// <param name="File">The file, relative to the root of the repository; null where it is not known.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record WorkflowCommand(string Kind, string Title, string Message, string? File = null, int? Line = null)
{
    // What GitHub shows of a title.
    private const int LongestTitle = 255;

    // A message is cut at 64 KiB; much less is read.
    private const int LongestMessage = 16_000;

    /// <summary><c>::error file=Tests.cs,line=13,title=Time regression::…</c>, always one line.</summary>
    public override string ToString()
    {
        string place = File is null ? "" : $"file={Property(File)},line={Line ?? 1},";
        return $"::{Kind} {place}title={Property(Cut(Title, LongestTitle))}::{Data(Cut(Message, LongestMessage))}";
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Not through the middle of a pair of surrogates.
        int end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
