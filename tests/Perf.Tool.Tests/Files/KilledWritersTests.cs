using System.Diagnostics;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Runs;
using Perf.Tests.Files;
using Perf.Tool.Processes;
using Shouldly;

namespace Perf.Tool.Tests.Files;

/// <summary>Files are whole whatever becomes of the processes that write them.</summary>
[TestFixture]
public sealed class KilledWritersTests
{
    private const int Kills = 200;
    private const int WritersAtOnce = 4;
    private const int LongestLifeMilliseconds = 40;

    private static readonly string Program = typeof(WritingProgram).Assembly.Location;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task AProcessThatIsKilledAtAnyMomentLeavesNoHalfOfAFile()
    {
        Random random = new(20261126);
        for (int kill = 0; kill < Kills; kill += WritersAtOnce)
        {
            // Several write the same baseline: one that dies must not hold up the others.
            await Task.WhenAll(Enumerable.Range(0, WritersAtOnce)
                .Select(writer => StartAndKill($"Writer{writer}", TimeSpan.FromMilliseconds(LongestLifeMilliseconds * random.NextDouble()))));

            ShouldBeWhole();
        }

        BaselineReader.Read(WritingProgram.BaselineOf(_folder.Path)).Series.ShouldNotBeEmpty();
    }

    [Test]
    public async Task TwoProcessesThatWriteAtOnceLoseNothing()
    {
        const int times = 30;

        ChildProcess[] ended = await Task.WhenAll(new[] { "First", "Second" }.Select(writer => Write(writer, times)));

        ended.ShouldAllBe(process => process.ExitCode == 0);
        BaselineReader.Read(WritingProgram.BaselineOf(_folder.Path)).Series.Select(series => series.Test)
            .ShouldBe(new[] { "First", "Second" }.SelectMany(writer => Enumerable.Range(0, times).Select(time => WritingProgram.TestOf(writer, time))), ignoreOrder: true);
    }

    [Test]
    [Platform("Linux", Reason = "the limit is set by a POSIX shell")]
    public async Task AFullDiskIsAClearErrorAndTheOldFileStays()
    {
        (await Write("First", times: 1)).ExitCode.ShouldBe(0);
        string before = await File.ReadAllTextAsync(WritingProgram.BaselineOf(_folder.Path));

        // No file of more than 1024 bytes may be written; the runtime's own pages of code are files to the system.
        ChildProcess ended = await Run(
            "bash", "-c", "trap '' XFSZ; ulimit -f 1; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$@\"", "bash", Program, _folder.Path, "Second", "9");

        ended.ExitCode.ShouldBe((int)ExitCode.Misuse, ended.Output);
        ended.Output.ShouldContain("cpu.json: cannot be written: ");
        ended.Output.ShouldContain("check that its folder exists, may be written and has room");
        (await File.ReadAllTextAsync(WritingProgram.BaselineOf(_folder.Path))).ShouldBe(before);
        Directory.GetFiles(_folder.Path, ".*").ShouldBeEmpty();
    }

    [Test]
    [Platform("Linux", Reason = "by the rights of a file system")]
    public async Task AFolderThatMayNotBeWrittenIsAClearError()
    {
        // /proc is read-only for everybody, whoever runs this.
        ChildProcess ended = await Run("dotnet", Program, "/proc/self", "First", "1");

        ended.ExitCode.ShouldBe((int)ExitCode.Misuse, ended.Output);
        ended.Output.ShouldContain("/proc/self/cpu.json: cannot be written: ");
    }

    private void ShouldBeWhole()
    {
        string baseline = WritingProgram.BaselineOf(_folder.Path);
        if (File.Exists(baseline))
        {
            BaselineReader.Read(baseline).Series.ShouldNotBeEmpty();
        }

        foreach (string run in Directory.GetFiles(_folder.Path, "run*.json", SearchOption.AllDirectories))
        {
            RunDocument.Parse(File.ReadAllText(run), run).Tests.ShouldNotBeEmpty();
        }

        foreach (string summary in Directory.GetFiles(_folder.Path, "summary*.md", SearchOption.AllDirectories))
        {
            File.ReadAllText(summary).ShouldStartWith("# Performance:");
        }
    }

    private async Task StartAndKill(string writer, TimeSpan life)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Program, _folder.Path, writer, WritingProgram.ForEver])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        // It writes from its first line on, and before: the moment of its death is anywhere in a round of files.
        (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull(await ErrorOf(process));
        await Task.Delay(life);
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task<string> ErrorOf(Process process) => process.HasExited ? await process.StandardError.ReadToEndAsync() : "";

    private Task<ChildProcess> Write(string writer, int times) =>
        Run("dotnet", Program, _folder.Path, writer, times.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private Task<ChildProcess> Run(string program, params string[] arguments) =>
        ChildProcess.Run(program, _folder.Path, arguments, new Dictionary<string, string?>(), CancellationToken.None);
}
