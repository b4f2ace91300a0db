using System.Globalization;
using Perf.Metrics;
using Spectre.Console;

namespace Perf.Tool.Doctors;

/// <summary>What was found, for people: what matters most last, where the eye is.</summary>
internal static class DoctorReport
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, DoctorDocument document)
    {
        foreach (Finding finding in document.Findings)
        {
            console.MarkupLineInterpolated($"[{Colour(finding.Level)}]{InWords(finding.Level),-8}[/] {finding.Name,-17} {finding.Found}");
            if (finding.Meaning is { } meaning)
            {
                console.WriteLine($"         {"",-17} {meaning}");
            }

            if (finding.Remedy is { } remedy)
            {
                console.WriteLine($"         {"",-17} do: {remedy}");
            }
        }

        if (document.Controls.Count > 0)
        {
            console.WriteLine();
            console.Write(Noise(console, document.Controls));
            Conclude(console, document.Controls);
        }

        console.WriteLine(document.Fit ? "This machine is fit to measure." : "This machine is not fit to measure: see what is bad above.");
    }

    private static Table Noise(IAnsiConsole console, IReadOnlyList<ControlDocument> controls)
    {
        Table table = new() { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii };
        table.AddColumns("control", "takes", "varies by", "disturbed", "smallest change", "after", "in");
        foreach (ControlDocument control in controls)
        {
            string[] first =
            [
                control.Name,
                Quantity.Of(control.Seconds, "s"),
                string.Create(CultureInfo.InvariantCulture, $"{100 * control.Deviation:0.0} %"),
                string.Create(CultureInfo.InvariantCulture, $"{100 * control.Disturbed:0} %"),
            ];
            foreach (SmallestChange change in control.Smallest)
            {
                table.AddRow([.. first, .. Cells(change)]);
                first = ["", "", "", ""];
            }
        }

        return table;
    }

    private static string[] Cells(SmallestChange change) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{change.Percent:0.0} % {change.Comparison}"),
        $"{change.Launches} launches",
        string.Create(CultureInfo.InvariantCulture, $"{change.Seconds:0} s"),
    ];

    // Of the control that is noisiest: a body may be like any of them.
    private static void Conclude(IAnsiConsole console, IReadOnlyList<ControlDocument> controls)
    {
        console.WriteLine("The smallest change that this machine can tell, of code like the noisiest control:");
        foreach (IGrouping<(string Comparison, int Launches), SmallestChange> changes in controls
            .SelectMany(control => control.Smallest).GroupBy(change => (change.Comparison, change.Launches)))
        {
            SmallestChange worst = changes.MaxBy(change => change.Percent)!;
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {worst.Percent,5:0.0} % {worst.Comparison}, after {worst.Launches} launches, {worst.Seconds:0} s"));
        }

        console.WriteLine("Beyond a limit of 10 % a change must be larger by that. Fresh processes differ more than the launches of this one: take it as a lower bound.");
    }

    private static string InWords(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "ok",
        FindingLevel.Unknown => "unknown",
        FindingLevel.Warning => "warning",
        _ => "BAD",
    };

    private static string Colour(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "green",
        FindingLevel.Unknown => "grey",
        FindingLevel.Warning => "yellow",
        _ => "red",
    };
}
