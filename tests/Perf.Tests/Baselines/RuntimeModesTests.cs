using NUnit.Framework;
using Perf.Baselines;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class RuntimeModesTests
{
    private const string AllOn = "tiered, quick JIT, quick JIT for loops, PGO, ReadyToRun";

    [TestCase("", "", AllOn)]
    [TestCase("DOTNET_TieredPGO=0", "", "tiered, quick JIT, quick JIT for loops, no PGO, ReadyToRun")]
    [TestCase("COMPlus_TieredPGO=0x0", "", "tiered, quick JIT, quick JIT for loops, no PGO, ReadyToRun")]
    [TestCase("DOTNET_TieredPGO=1;COMPlus_TieredPGO=0", "", AllOn)]
    [TestCase("DOTNET_ReadyToRun=0", "", "tiered, quick JIT, quick JIT for loops, PGO, no ReadyToRun")]
    [TestCase("", "System.Runtime.TieredCompilation", "no tiered, quick JIT, quick JIT for loops, PGO, ReadyToRun")]
    [TestCase("DOTNET_TieredCompilation=1", "System.Runtime.TieredCompilation", AllOn)]
    public void TheEnvironmentOverridesTheSwitches(string variables, string offSwitch, string mode) =>
        RuntimeModes.Tiering(Lookup(variables), name => name == offSwitch ? false : null).ShouldBe(mode);

    [TestCase(true, true, "server, concurrent")]
    [TestCase(false, false, "workstation, not concurrent")]
    public void TheCollectorIsNamedByKindAndConcurrency(bool isServer, bool isConcurrent, string mode) =>
        RuntimeModes.Gc(new Dictionary<string, object> { ["ServerGC"] = isServer, ["ConcurrentGC"] = isConcurrent })
            .ShouldBe(mode);

    [Test]
    public void TheRuntimeKnowsTheVariablesThatTheCollectorIsNamedBy()
    {
        IReadOnlyDictionary<string, object> variables = GC.GetConfigurationVariables();

        variables["ServerGC"].ShouldBeOfType<bool>();
        variables["ConcurrentGC"].ShouldBeOfType<bool>();
    }

    [Test]
    public void OnlyHardeningThatIsSetIsNamedWithItsValue() =>
        RuntimeModes.Hardening(Lookup("OMP_WAIT_POLICY=PASSIVE;DOTNET_TC_CallCountingDelayMs=0;MALLOC_TOP_PAD_=;A=x"))
            .ShouldBe(["DOTNET_TC_CallCountingDelayMs=0", "OMP_WAIT_POLICY=PASSIVE"]);

    private static Func<string, string?> Lookup(string variables)
    {
        Dictionary<string, string> values = variables
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return name => values.GetValueOrDefault(name);
    }
}
