using Perf.Tests.Measurement.Devices;

namespace Perf.Tests.Devices;

/// <summary>Runs of tests on a device that a stand-in for its driver makes up, found by the names of the machine's own.</summary>
internal sealed class DeviceRun : IDisposable
{
    private const string LibraryPath = "LD_LIBRARY_PATH";

    private readonly string _folder = Directory.CreateTempSubdirectory("perf-device-").FullName;

    /// <summary>Makes the driver.</summary>
    /// <param name="definitions">How it behaves.</param>
    public DeviceRun(params string[] definitions) => DeviceStandIn.CompileAsTheMachines(_folder, definitions);

    /// <summary>Where a run records, and is judged against.</summary>
    public string Baseline => Path.Combine(_folder, "gpu.json");

    /// <summary>Runs tests of the base build.</summary>
    public DuetRun Alone(string filter, params (string Name, string Value)[] variables) =>
        DuetRun.Alone(DuetBuilds.Base, filter, [.. Variables, ("PERF_BASELINE", Baseline), .. variables]);

    /// <summary>Runs tests of the head build beside the base build.</summary>
    public DuetRun Beside(string filter, params (string Name, string Value)[] variables) => DuetRun.Of(filter, [.. Variables, .. variables]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<(string Name, string Value)> Variables =>
    [
        (LibraryPath, $"{_folder}:{Environment.GetEnvironmentVariable(LibraryPath)}"),
        ("PERF_ENVIRONMENT", "gpu"),
        ("CUDA_VISIBLE_DEVICES", ""),
    ];
}
