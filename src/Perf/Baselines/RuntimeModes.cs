namespace Perf.Baselines;

/// <summary>The settings of the runtime and of native libraries that make the same code run at another speed.</summary>
internal static class RuntimeModes
{
    /// <summary>Without these a neighbour's load or a start-up heuristic moves times by factors.</summary>
    public static readonly IReadOnlyList<string> HardeningVariables =
    [
        "DOTNET_TC_CallCountingDelayMs",
        "MALLOC_MMAP_THRESHOLD_",
        "MALLOC_TOP_PAD_",
        "MALLOC_TRIM_THRESHOLD_",
        "OMP_WAIT_POLICY",
    ];

    // Name, environment variable (overrides the switch), runtimeconfig switch (null: there is none). All are on unless
    // told off.
    private static readonly (string Name, string Variable, string? Switch)[] JitSettings =
    [
        ("tiered", "TieredCompilation", "System.Runtime.TieredCompilation"),
        ("quick JIT", "TC_QuickJit", "System.Runtime.TieredCompilation.QuickJit"),
        ("quick JIT for loops", "TC_QuickJitForLoops", "System.Runtime.TieredCompilation.QuickJitForLoops"),
        ("PGO", "TieredPGO", "System.Runtime.TieredPGO"),
        ("ReadyToRun", "ReadyToRun", null),
    ];

    /// <summary>The collector's mode.</summary>
    /// <param name="variables">As <see cref="GC.GetConfigurationVariables"/> has them.</param>
    public static string Gc(IReadOnlyDictionary<string, object> variables)
    {
        bool isServer = variables.TryGetValue("ServerGC", out object? server) && server is true;
        bool isConcurrent = variables.TryGetValue("ConcurrentGC", out object? concurrent) && concurrent is true;
        return $"{(isServer ? "server" : "workstation")}, {(isConcurrent ? "concurrent" : "not concurrent")}";
    }

    /// <summary>The JIT's mode: every setting that is on, and every other with the word "no" before it.</summary>
    /// <param name="environment">The value of an environment variable.</param>
    /// <param name="runtimeSwitch">The value of a runtimeconfig switch; null when it is not set.</param>
    public static string Tiering(Func<string, string?> environment, Func<string, bool?> runtimeSwitch) =>
        string.Join(", ", JitSettings.Select(setting =>
        {
            bool isOn = FromEnvironment(setting.Variable, environment)
                ?? (setting.Switch is null ? null : runtimeSwitch(setting.Switch))
                ?? true;
            return isOn ? setting.Name : $"no {setting.Name}";
        }));

    /// <summary>A runtimeconfig switch of this process; null when it is not set.</summary>
    public static bool? SwitchOfThisProcess(string name) => AppContext.TryGetSwitch(name, out bool isOn) ? isOn : null;

    /// <summary>The hardening variables that are set, each as <c>NAME=value</c>, sorted.</summary>
    /// <param name="environment">The value of an environment variable.</param>
    public static IReadOnlyList<string> Hardening(Func<string, string?> environment) =>
    [
        .. from name in HardeningVariables
           let value = environment(name)
           where !string.IsNullOrEmpty(value)
           select $"{name}={value}",
    ];

    // The runtime reads hexadecimal numbers, under its present prefix before its former one.
    private static bool? FromEnvironment(string name, Func<string, string?> environment)
    {
        string? value = environment($"DOTNET_{name}") ?? environment($"COMPlus_{name}");
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim().TrimStart('0', 'x', 'X') is not "";
    }
}
