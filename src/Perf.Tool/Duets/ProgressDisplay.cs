using System.Globalization;
using Perf.Runs;
using Spectre.Console;

namespace Perf.Tool.Duets;

/// <summary>Shows a run while it measures: a status line on a terminal, a line a verdict in a log.</summary>
internal sealed class ProgressDisplay(IAnsiConsole console)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, int> _launches = [];
    private string _rest = "";

    /// <summary>Shows what a run tells until it has ended.</summary>
    public async Task Show(string path, Task run, CancellationToken cancellation)
    {
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(file);
        if (console.Profile.Capabilities.Interactive)
        {
            await console.Status().StartAsync("starting the tests", status => Follow(reader, run, text => status.Status(text), cancellation));
        }
        else
        {
            await Follow(reader, run, _ => { }, cancellation);
        }
    }

    private async Task Follow(StreamReader reader, Task run, Action<string> status, CancellationToken cancellation)
    {
        bool isLast = false;
        while (!isLast)
        {
            isLast = run.IsCompleted;
            string[] lines = (_rest + await reader.ReadToEndAsync(cancellation)).Split('\n');
            _rest = lines[^1];
            foreach (ProgressEvent what in lines[..^1].Select(ProgressFile.Parse).OfType<ProgressEvent>())
            {
                Tell(what, status);
            }

            if (!isLast)
            {
                await Task.WhenAny(run, Task.Delay(LookAgain, cancellation));
            }
        }
    }

    private void Tell(ProgressEvent what, Action<string> status)
    {
        switch (what)
        {
            case { Launch: { } launch }:
                _launches[what.Test] = launch;
                status(Markup.Escape($"{what.Test}: launch {launch}, warming up"));
                break;
            case { Pairs: { } pairs }:
                status(Markup.Escape(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what.Test}: launch {_launches.GetValueOrDefault(what.Test, 1)}, {pairs} pairs, ratio {what.Ratio:0.000} ± {100 * what.StandardError:0.0} %")));
                break;
            case { Verdict: { } verdict }:
                string ratio = what.Ratio is { } known ? string.Create(CultureInfo.InvariantCulture, $"  ×{known:0.000}") : "";
                ratio += what.Bounds is { } bounds ? string.Create(CultureInfo.InvariantCulture, $" [{bounds.Lower:0.000} … {bounds.Upper:0.000}]") : "";
                console.MarkupLineInterpolated($"[{Colour(verdict)}]{verdict,-14}[/] {what.Test}  {what.Metric}{ratio}");
                break;
        }
    }

    private static string Colour(string verdict) =>
        verdict.StartsWith("Pass", StringComparison.Ordinal) ? "green" : verdict == "Regressed" ? "red" : "yellow";
}
