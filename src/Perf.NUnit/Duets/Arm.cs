using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Execution;
using Perf.Judging;
using Perf.Workers;

namespace Perf.Duets;

/// <summary>
/// One build's copy of a test, run anew as often as wanted on the caller's thread: fixture, SetUps, a callback in the place of
/// the body, TearDowns.
/// </summary>
internal sealed class Arm
{
    private readonly BuildContext _build;
    private readonly TestAddress _address;
    private readonly (NUnitTestAssemblyRunner Runner, ITestFilter Filter) _whole;
    private readonly (NUnitTestAssemblyRunner Runner, ITestFilter Filter) _fixture;

    /// <param name="build">The build.</param>
    /// <param name="address">Where the test is, and how the test host runs it.</param>
    /// <exception cref="NewToBaseException">The build has no such test, or it promises nothing there.</exception>
    /// <exception cref="DuetException">The test cannot be run there.</exception>
    public Arm(BuildContext build, TestAddress address)
    {
        _build = build;
        _address = address;
        (_whole, Test) = Load(new DefaultTestAssemblyBuilder());
        (_fixture, _) = Load(new FixtureBuilder(address.FullName));
    }

    /// <summary><c>base</c> or <c>head</c>.</summary>
    public string Name => _build.Name!;

    /// <summary>The test in this build.</summary>
    public ITest Test { get; }

    /// <summary>Its version and its data.</summary>
    /// <exception cref="Measurement.MeasurementException"><c>[PerfVersion(Data = …)]</c> names nothing that exists.</exception>
    public TestIdentity Identity => TestIdentities.Of(Test, BuildLayout.Of(Test.TypeInfo!.Assembly));

    /// <summary>With the set-up fixtures of the assembly and its namespaces around it: once for all rounds.</summary>
    public void RunWhole(Action<Reached> body) => Run(_whole, body);

    /// <summary>The fixture alone, within <see cref="RunWhole"/>'s callback: every round.</summary>
    public void RunFixture(Action<Reached> body) => Run(_fixture, body);

    private void Run((NUnitTestAssemblyRunner Runner, ITestFilter Filter) what, Action<Reached> body)
    {
        Action<Reached>? outer = _build.OnReached;
        bool isReached = false;
        _build.OnReached = reached =>
        {
            isReached = true;
            body(reached);
        };
        ITestResult result;
        try
        {
            result = what.Runner.Run(TestListener.NULL, what.Filter);
        }
        finally
        {
            // The callback holds the fixture.
            _build.OnReached = outer;
        }

        while (result.HasChildren)
        {
            result = result.Children.First();
        }

        if (!isReached || result.ResultState.Status == TestStatus.Failed)
        {
            string how = isReached ? "failed around" : "did not reach";
            throw new DuetException(
                $"the {Name} build {how} the body of {_address.FullName}: {result.ResultState} {result.Message?.Trim()}".TrimEnd())
            {
                BodyTrace = result.StackTrace,
            };
        }
    }

    private ((NUnitTestAssemblyRunner Runner, ITestFilter Filter) Loaded, ITest Test) Load(ITestAssemblyBuilder builder)
    {
        NUnitTestAssemblyRunner runner = new(builder);
        ITest root = runner.Load(_build.Tests, _address.RunnerSettings());
        if (root.RunState == RunState.NotRunnable)
        {
            throw new DuetException($"the {Name} build cannot be loaded: {root.Properties.Get(PropertyNames.SkipReason)}");
        }

        ITest test = _address.Find(root) ?? throw Missing(root);
        if (test.RunState == RunState.NotRunnable)
        {
            throw new DuetException($"{_address.FullName} cannot be run in the {Name} build: {test.Properties.Get(PropertyNames.SkipReason)}");
        }

        if (Skipping(test) is { } skipping)
        {
            throw new NewToBaseException(
                $"{_address.FullName} is not run in the {Name} build: {skipping.RunState} {skipping.Properties.Get(PropertyNames.SkipReason)}".TrimEnd());
        }

        // Nothing else stops at its body.
        return test.Method!.MethodInfo.IsDefined(typeof(SloAttribute), inherit: true)
            ? ((runner, TestFilter.FromXml($"<filter><id>{test.Id}</id></filter>")), test)
            : throw new NewToBaseException($"{_address.FullName} promises nothing in the {Name} build");
    }

    // A test, its fixture, or a suite around them.
    private static ITest? Skipping(ITest? test) =>
        test is null || test.RunState is RunState.Ignored or RunState.Skipped ? test : Skipping(test.Parent);

    private NewToBaseException Missing(ITest root)
    {
        string[] siblings = [.. TestLookup.Cases(root)
            .Where(test => test.MethodName == _address.MethodName && (_address.ClassName is not { } name || test.ClassName == name))
            .Select(test => test.Name)
            .Take(5)];
        string others = siblings.Length == 0
            ? ""
            : $"; it has {string.Join(", ", siblings)} (names that differ from run to run cannot be matched)";
        return new NewToBaseException($"the {Name} build has no test {_address.FullName}{others}");
    }

    /// <summary>Builds a test assembly of one fixture: set-up fixtures around it would run in every round.</summary>
    private sealed class FixtureBuilder(string fullName) : ITestAssemblyBuilder
    {
        private readonly DefaultTestAssemblyBuilder _all = new();

        public ITest Build(System.Reflection.Assembly assembly, IDictionary<string, object> options) =>
            Fixture(_all.Build(assembly, options));

        public ITest Build(string assemblyNameOrPath, IDictionary<string, object> options) =>
            Fixture(_all.Build(assemblyNameOrPath, options));

        private ITest Fixture(ITest root) => Pick(root) ?? root;

        private ITest? Pick(ITest suite) => suite is TestFixture && TestLookup.Cases(suite).Any(test => test.FullName == fullName)
            ? suite
            : suite.Tests.Where(child => child.IsSuite).Select(Pick).FirstOrDefault(found => found is not null);
    }
}
