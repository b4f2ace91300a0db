using System.Diagnostics;
using System.Globalization;
using Perf.Baselines;

namespace Perf.Benchmarks.Subjects;

/// <summary>A baseline file that is recorded of a build, and the copy of it that verdicts are asked of.</summary>
/// <param name="Location">The file.</param>
internal sealed record RecordedFile(string Location)
{
    /// <summary>When its first series was recorded.</summary>
    public DateTimeOffset RecordedAt => BaselineReader.Read(Location).Series.Min(series => series.RecordedAt);

    /// <summary>Records it, and says what was recorded and how long that took.</summary>
    /// <param name="tests">The tests of the build.</param>
    public void Record(BuiltTests tests)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Location))!);
        Console.WriteLine($"recording {Location}");
        long start = Stopwatch.GetTimestamp();
        foreach (string outcome in tests.Record(Location))
        {
            Console.WriteLine(outcome);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"recorded {BaselineReader.Read(Location).Series.Count} series in {seconds:0} s"));
    }

    /// <summary>The file to judge against: itself, or a copy beside it that names no build, so that it decides alone.</summary>
    /// <param name="maySettle">Whether a duet may settle what the file leaves in doubt.</param>
    public string Used(bool maySettle)
    {
        if (maySettle)
        {
            return Location;
        }

        string alone = Path.ChangeExtension(Location, ".alone.json");
        BaselineFile file = BaselineReader.Read(Location);
        BaselineWriter.Write(alone, file with { Series = [.. file.Series.Select(series => series with { Build = null })] });
        return alone;
    }
}
