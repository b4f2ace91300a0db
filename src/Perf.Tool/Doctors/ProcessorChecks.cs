namespace Perf.Tool.Doctors;

/// <summary>How the processor is run: governor, turbo, cores, threads of a core, and who else is on them.</summary>
internal static class ProcessorChecks
{
    private const string Cpus = "sys/devices/system/cpu";

    // A core for the body and one for what the system, the collector and the compiler do beside it.
    private const int EnoughCores = 2;

    // Of the time since the start of the machine.
    private const double LittleSteal = 0.01;
    private const double MuchSteal = 0.10;

    /// <summary>All of them.</summary>
    /// <param name="files">Of the system.</param>
    /// <param name="cores">The processors that this process may use.</param>
    public static IEnumerable<Finding> Of(SystemFiles files, int cores) =>
        [Governor(files), Turbo(files), Cores(cores), Threads(files), Virtualisation(files), Steal(files)];

    private static Finding Governor(SystemFiles files)
    {
        const string Name = "CPU governor";
        string[] governors = [.. files.Folders(Cpus)
            .Where(folder => folder.StartsWith("cpu", StringComparison.Ordinal) && folder.AsSpan(3).ContainsAnyInRange('0', '9'))
            .Select(folder => files.Text($"{Cpus}/{folder}/cpufreq/scaling_governor"))
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)];
        return governors switch
        {
            [] => Finding.Unknown(Name),
            ["performance"] => Finding.Ok(Name, "performance"),
            _ => new Finding(
                Name,
                governors.Contains("powersave") ? FindingLevel.Bad : FindingLevel.Warning,
                string.Join(", ", governors),
                "the clock of a core follows its load: a call after a pause is slower than one in a row",
                "sudo cpupower frequency-set -g performance"),
        };
    }

    private static Finding Turbo(SystemFiles files)
    {
        const string Name = "turbo";
        bool? isOn = files.Number($"{Cpus}/intel_pstate/no_turbo") is { } off ? off == 0
            : files.Number($"{Cpus}/cpufreq/boost") is { } boost ? boost != 0
            : null;
        return isOn switch
        {
            null => Finding.Unknown(Name),
            false => Finding.Ok(Name, "off"),
            true => new Finding(
                Name,
                FindingLevel.Warning,
                "on",
                "the clock depends on temperature and on what the other cores do; a duet and a control cancel most of that",
                files.Has($"{Cpus}/intel_pstate/no_turbo")
                    ? $"echo 1 | sudo tee /{Cpus}/intel_pstate/no_turbo"
                    : $"echo 0 | sudo tee /{Cpus}/cpufreq/boost"),
        };
    }

    private static Finding Cores(int cores) => cores >= EnoughCores
        ? Finding.Ok("cores", $"{cores} usable")
        : new Finding(
            "cores",
            FindingLevel.Warning,
            $"{cores} usable",
            "the collector, the compiler and the test host take turns with the body on one core",
            "give the machine or the container two cores");

    private static Finding Threads(SystemFiles files) => files.Number($"{Cpus}/smt/active") switch
    {
        null => Finding.Unknown("SMT"),
        0 => Finding.Ok("SMT", "off: a core is one thread's"),
        _ => new Finding(
            "SMT",
            FindingLevel.Warning,
            "on: two threads share a core",
            "a neighbour on the other thread of a core takes up to half of it; the sentinel sees such calls and sets them aside",
            $"echo off | sudo tee /{Cpus}/smt/control"),
    };

    private static Finding Virtualisation(SystemFiles files)
    {
        const string Name = "virtualisation";
        if (files.Text("proc/cpuinfo") is not { } processors)
        {
            return Finding.Unknown(Name);
        }

        string? product = files.Text("sys/class/dmi/id/product_name");
        bool isContainer = files.Has(".dockerenv") || files.Has("run/.containerenv")
            || files.Lines("proc/1/cgroup").Any(line => line.Contains("kubepods", StringComparison.Ordinal) || line.Contains("docker", StringComparison.Ordinal));
        string within = isContainer ? ", in a container" : "";
        bool isVirtual = processors.Split('\n').Any(line => line.StartsWith("flags", StringComparison.Ordinal) && line.Split(' ').Contains("hypervisor"))
            || files.Has("sys/hypervisor/type");
        return isVirtual
            ? new Finding(
                Name,
                FindingLevel.Warning,
                $"a virtual machine{(product is null ? "" : $" ({product})")}{within}",
                "other machines may share its cores, caches and memory bandwidth, and nothing here tells when",
                "compare beside a base build (dotnet perf duet), which needs no quiet machine")
            : Finding.Ok(Name, $"none seen{within}");
    }

    // user nice system idle iowait irq softirq steal, in ticks.
    private static Finding Steal(SystemFiles files)
    {
        const string Name = "stolen time";
        double?[] ticks = [.. (files.Lines("proc/stat").FirstOrDefault(line => line.StartsWith("cpu ", StringComparison.Ordinal)) ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(SystemFiles.Parse)];
        if (ticks.Length < 8 || ticks.Sum() is not (> 0 and { } all) || ticks[7] is not { } stolen)
        {
            return Finding.Unknown(Name);
        }

        double share = stolen / all;
        string found = FormattableString.Invariant($"{100 * share:0.0} % since the start of the machine");
        return share < LittleSteal
            ? Finding.Ok(Name, found)
            : new Finding(
                Name,
                share < MuchSteal ? FindingLevel.Warning : FindingLevel.Bad,
                found,
                "the host gives this machine's processors to others meanwhile",
                "use a machine with processors of its own");
    }
}
