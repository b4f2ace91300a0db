using System.Globalization;
using Perf.Baselines;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Tests.Files;

/// <summary>
/// A process of its own that writes what runs and the tool write, so that a test can kill it, or take away its room: the entry point of
/// this assembly where it is started by itself.
/// </summary>
internal static class WritingProgram
{
    /// <summary>The word for writing without an end.</summary>
    public const string ForEver = "for-ever";

    private const int SeriesOfAFile = 40;

    public static int Main(string[] arguments)
    {
        if (arguments is not [{ } folder, { } writer, { } times])
        {
            return (int)ExitCode.Misuse;
        }

        int most = times == ForEver ? int.MaxValue : int.Parse(times, CultureInfo.InvariantCulture);
        try
        {
            for (int time = 0; time < most; time++)
            {
                Write(folder, writer, time);
                Console.WriteLine(time);
            }
        }
        catch (Perf.Files.PerfFileException e)
        {
            Console.Error.WriteLine(e.Message);
            return (int)ExitCode.Misuse;
        }

        return (int)ExitCode.Pass;
    }

    /// <summary>The baseline in a folder.</summary>
    public static string BaselineOf(string folder) => Path.Combine(folder, "cpu.json");

    /// <summary>The folder of a writer's runs.</summary>
    public static RunFolder RunsOf(string folder, string writer) => new(Path.Combine(folder, writer));

    /// <summary>The test that a writer records at a time.</summary>
    public static string TestOf(string writer, int time) => $"{writer}.Test{time % SeriesOfAFile}";

    private static void Write(string folder, string writer, int time)
    {
        Fingerprint machine = Fingerprint.OfThisMachine([], "cpu");
        BaselineSeries series = new(
            TestOf(writer, time), "time", "s", 1 + time, 1, null, "4f3c2a1", DateTimeOffset.UnixEpoch, [BaselineLaunch.Of(1, [1, 2, 3])]);
        BaselineWriter.Merge(BaselineOf(folder), new BaselineFile("cpu", machine, [series]));
        RunDocument run = new(
            RunDocument.CurrentSchemaVersion,
            DateTimeOffset.UnixEpoch.AddSeconds(time),
            "cpu",
            "4f3c2a1",
            "built-in defaults",
            null,
            false,
            machine,
            [.. Enumerable.Range(0, SeriesOfAFile).Select(test => new TestDocument(new TestReference(TestOf(writer, test), writer, $"Test{test}", "tests/App"), null, [], []))]);
        RunsOf(folder, writer).Write(run);
    }
}
