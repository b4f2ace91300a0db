using System.CommandLine;
using Perf.Measurement;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;

namespace Perf.Tool.Doctors;

/// <summary><c>dotnet perf doctor</c>: whether this machine is fit to measure.</summary>
internal static class DoctorCommand
{
    private const double UsualSeconds = 20;

    public static Command Create()
    {
        Option<double> seconds = NumberOption.Create(
            "--seconds", "seconds", "How long the noise of the controls is measured, each at least once; 0 leaves it out.", UsualSeconds, least: 0, most: 3600.0);
        Option<bool> strict = new("--strict") { Description = "Exit with 2 where the machine is not fit." };
        return ToolCommand.Create(
            "doctor",
            "Looks whether this machine is fit to measure, and which change it can tell.",
            [
                new Example("what is wrong with this machine, and what to do", "dotnet perf doctor"),
                new Example("a gate at the start of a CI job", "dotnet perf doctor --seconds 10 --strict"),
            ],
            [seconds, strict],
            (parsed, output, cancellation) =>
            {
                DoctorDocument document = Look(parsed.GetValue(seconds), output, cancellation);
                DoctorReport.Write(output.Text, document);
                output.Json(document, ToolJson.Default.DoctorDocument);
                return Task.FromResult(document.Fit || !parsed.GetValue(strict) ? ExitCode.Pass : ExitCode.NotJudged);
            });
    }

    private static DoctorDocument Look(double seconds, Output output, CancellationToken cancellation)
    {
        SystemFiles files = new(Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/");
        int cores = Environment.ProcessorCount;

        // First, since measuring makes pressure and load of its own.
        List<Finding> findings =
        [
            .. ProcessorChecks.Of(files, cores),
            .. CgroupChecks.Of(files),
            .. PressureChecks.Of(files, cores),
            .. ClockChecks.Of(files, ClockReading.OfThisMachine()),
            .. DeviceChecks.Of(MachineProbes.OfThisMachine.Device, Environment.GetEnvironmentVariable("PERF_ENVIRONMENT")),
            .. EnvironmentChecks.Of(Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable),
        ];
        IReadOnlyList<ControlNoise> noise = [];
        if (seconds > 0)
        {
            noise = new NoiseMeasurement(cancellation.ThrowIfCancellationRequested).Run(seconds, Progress(output));
            findings.AddRange(NoiseChecks.Of(noise));
        }

        return new DoctorDocument(findings.All(finding => finding.Level != FindingLevel.Bad), findings, [.. noise.Select(ControlDocument.Of)]);
    }

    // Nobody should think that it hangs; a log needs no more than a line.
    private static Action<string> Progress(Output output)
    {
        bool isFirst = true;
        return _ =>
        {
            if (isFirst)
            {
                Spectre.Console.AnsiConsoleExtensions.WriteLine(output.Text, "measuring the noise of the controls");
            }

            isFirst = false;
        };
    }
}
