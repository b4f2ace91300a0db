using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Doctors;
using Perf.Tool.Processes;
using Shouldly;

namespace Perf.Tool.Tests.Doctors;

/// <summary>The tool as a user runs it, on the machine that there is.</summary>
[TestFixture]
public sealed class DoctorCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeAFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveIt() => _folder.Dispose();

    [Test]
    public async Task EachControlIsMeasuredAndTheEndSaysWhatCanBeTold()
    {
        ChildProcess ended = await Doctor("--seconds", "0.1");

        ended.ExitCode.ShouldBe(0, ended.Output);
        foreach (string control in new[] { "Mixed", "Gemm", "Stream" })
        {
            ended.Output.ShouldMatch($@"\| {control} +\| \d+(\.\d+)? .s +\| \d+\.\d % +\| \d+ % +\| \d+\.\d % beside a base build +\| 2 launches \| \d+ s");
        }

        ended.Output.ShouldMatch(@"\d+\.\d % against a file, after 5 launches, \d+ s");
        ended.Output.ShouldMatch(@"\d+\.\d % without a control, after 2 launches, \d+ s");
        ended.Output.ShouldContain("fit to measure");
    }

    [Test]
    [Platform(Include = "Unix")]
    public async Task WhoStopsItIsAnsweredAndNotCutOff()
    {
        ProcessStartInfo start = new("dotnet", [BuiltTool.Path, "doctor", "--seconds", "600", "--json"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        (await process.StandardError.ReadLineAsync())!.ShouldContain("measuring the noise of the controls");
        using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);

        string standard = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(3);
        JsonDocument.Parse(standard).RootElement.GetProperty("error").GetString().ShouldBe("stopped; nothing was decided");
    }

    [Test]
    public async Task StrictnessFailsAMachineThatIsNotFit()
    {
        ChildProcess ended = await Doctor("--seconds", "0", "--strict", "--json");

        using JsonDocument document = JsonDocument.Parse(string.Concat(
            ended.Output.Split('\n').SkipWhile(line => line != "{").Where(line => line is "{" or "}" || line.StartsWith("  ", StringComparison.Ordinal) && line.TrimStart() is ['"' or '{' or '}' or ']', ..])));
        bool isFit = document.RootElement.GetProperty("fit").GetBoolean();
        ended.ExitCode.ShouldBe(isFit ? 0 : 2, ended.Output);
        document.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("name").GetString())
            .Where(name => name is not ("device throttling" or "device memory"))
            .ShouldBe(
            [
                "CPU governor", "turbo", "cores", "SMT", "virtualisation", "stolen time", "CPU quota", "CPU throttling", "memory limit",
                "CPU pressure", "memory pressure", "IO pressure", "load", "clock source", "wall clock", "CPU clock", "device", "hardening", "JIT",
            ]);
    }

    [TestCase("-1")]
    [TestCase("long")]
    [TestCase("NaN")]
    public async Task MisuseHasAnExitCodeOfItsOwn(string seconds) => (await Doctor($"--seconds={seconds}")).ExitCode.ShouldBe(3);

    private Task<ChildProcess> Doctor(params string[] arguments) => Dotnet.Run(
        _folder.Path, [typeof(DoctorDocument).Assembly.Location, "doctor", .. arguments], SomeProject.Environment, CancellationToken.None);
}
