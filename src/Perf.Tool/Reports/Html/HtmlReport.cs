using Perf.Runs;
using Perf.Tool.Reports.Html.Views;

namespace Perf.Tool.Reports.Html;

/// <summary>
/// The report of some runs as one file for a browser: verdicts first, worst first, with what a reader needs to believe them. It
/// refers to nothing outside of itself, and is complete without its script.
/// </summary>
internal static class HtmlReport
{
    /// <summary>The text of the file, UTF-8 without a byte order mark.</summary>
    /// <param name="runs">The runs, such as those of a CI matrix; one report for all.</param>
    public static string Of(IReadOnlyList<RunDocument> runs) => ReportTemplate.Render(ReportPage.Of(runs));
}
