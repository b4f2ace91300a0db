using System.Globalization;
using Perf.Baselines;

namespace Perf.Tool.Imports;

/// <summary>Writes imported series into a baseline.</summary>
internal static class ImportWriter
{
    /// <summary>Adds series to the baseline, which is created where there is none.</summary>
    /// <param name="path">The baseline.</param>
    /// <param name="imported">The series.</param>
    /// <param name="options">What the user says.</param>
    /// <exception cref="ToolException">The baseline is of a known kind of machine, and the file is not known to be.</exception>
    public static void Write(string path, Imported imported, ImportOptions options) => BaselineWriter.Merge(path, recorded =>
    {
        if (recorded?.Machine is { } machine)
        {
            CheckMachine(path, machine, imported.Host, options);
        }

        return new BaselineFile(options.Environment, recorded?.Machine, imported.Series);
    });

    private static void CheckMachine(string path, Fingerprint machine, BenchmarkHost? host, ImportOptions options)
    {
        if (!options.IsSameMachine)
        {
            throw new ToolException(
                $"{path} was recorded on {machine.CpuModel}, {machine.LogicalCores} logical cores, and {options.File} does not tell all of its machine: "
                    + "say --same-machine if it is of that kind, or name another file with --output");
        }

        string[] differences = [.. Differences(machine, host)];
        if (differences.Length > 0)
        {
            throw new ToolException($"{options.File} is of another kind of machine than {path} ({string.Join("; ", differences)}): name another file with --output");
        }
    }

    // What both tell alike; the names of processors are each program's own.
    private static IEnumerable<string> Differences(Fingerprint machine, BenchmarkHost? host)
    {
        if (host?.LogicalCoreCount is { } cores && cores != machine.LogicalCores)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"logical cores: recorded {machine.LogicalCores}, here {cores}");
        }

        if (host?.Architecture is { } architecture && !architecture.Equals(machine.Architecture, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"architecture: recorded {machine.Architecture}, here {architecture}";
        }

        if (host?.RuntimeMajor is { } major && major != machine.RuntimeMajor)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $".NET: recorded {machine.RuntimeMajor}, here {major}");
        }
    }
}
