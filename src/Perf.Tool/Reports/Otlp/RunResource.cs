using OpenTelemetry.Resources;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Reports.Otlp;

/// <summary>Who speaks: the test project, its commit and its machine, in the names of OpenTelemetry where it has any.</summary>
internal static class RunResource
{
    /// <summary>The resource of a run; what the environment variables say has the last word.</summary>
    public static ResourceBuilder Of(RunDocument run)
    {
        string project = run.Tests.Select(test => test.Test.Project).FirstOrDefault() ?? "perf";
        (string Name, object? Value)[] attributes =
        [
            ("vcs.ref.head.revision", run.Commit),
            ("host.cpu.model.name", run.Machine.CpuModel),
            ("perf.accelerator", MachineText.DeviceOf(run.Machine)),
            ("host.arch", run.Machine.Architecture.ToLowerInvariant()),
            ("os.type", run.Machine.OsFamily.ToLowerInvariant()),
            ("perf.environment", run.Environment),
            ("perf.baseline", run.Baseline),
            ("perf.thresholds", run.Thresholds),
            ("perf.strict", run.Strict),
            ("perf.shard", run.Shard),
            ("perf.run.started_at", run.StartedAt.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
        ];
        return ResourceBuilder.CreateEmpty()
            .AddService(project.Split('/')[^1], autoGenerateServiceInstanceId: false)
            .AddTelemetrySdk()
            .AddAttributes(attributes.Where(attribute => attribute.Value is not null).Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value!)))
            .AddEnvironmentVariableDetector();
    }
}
