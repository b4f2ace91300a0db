using NUnit.Framework;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Workers;

namespace Perf.Builds;

/// <summary>
/// One build's copy of a test, run anew as often as wanted on the caller's thread: fixture, SetUps, a callback in the place of
/// the body, TearDowns.
/// </summary>
internal sealed class Arm
{
    private readonly BuildContext _build;
    private readonly string _fullName;
    private readonly (NUnitTestAssemblyRunner Runner, ITestFilter Filter) _whole;
    private readonly (NUnitTestAssemblyRunner Runner, ITestFilter Filter) _fixture;

    /// <param name="build">The build.</param>
    /// <param name="original">The test as the test host has it.</param>
    /// <exception cref="NewToBaseException">The build has no such test, or it promises nothing there.</exception>
    /// <exception cref="DuetException">The test cannot be run there.</exception>
    public Arm(BuildContext build, Test original)
    {
        _build = build;
        _fullName = original.FullName;
        (_whole, Test) = Load(original, new DefaultTestAssemblyBuilder());
        (_fixture, _) = Load(original, new FixtureBuilder(original.FullName));
    }

    /// <summary><c>base</c> or <c>head</c>.</summary>
    public string Name => _build.Name!;

    /// <summary>The test in this build.</summary>
    public ITest Test { get; }

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
                $"the {Name} build {how} the body of {_fullName}: {result.ResultState} {result.Message?.Trim()}".TrimEnd())
            {
                BodyTrace = result.StackTrace,
            };
        }
    }

    private ((NUnitTestAssemblyRunner Runner, ITestFilter Filter) Loaded, ITest Test) Load(Test original, ITestAssemblyBuilder builder)
    {
        Dictionary<string, object> settings = new()
        {
            // On the calling thread: no worker, no queue, no pump of events.
            ["RunOnMainThread"] = true,
            ["SynchronousEvents"] = true,
            ["WorkDirectory"] = TestContext.CurrentContext.WorkDirectory,
            ["TestParametersDictionary"] = TestContext.Parameters.Names.ToDictionary(name => name, name => TestContext.Parameters[name] ?? ""),
        };
        if (!original.TypeInfo!.IsGenericType)
        {
            settings["LOAD"] = new List<string> { original.TypeInfo.FullName };
        }

        NUnitTestAssemblyRunner runner = new(builder);
        ITest root = runner.Load(_build.Tests, settings);
        if (root.RunState == RunState.NotRunnable)
        {
            throw new DuetException($"the {Name} build cannot be loaded: {root.Properties.Get(PropertyNames.SkipReason)}");
        }

        ITest test = TestLookup.Find(root, _fullName, TestLookup.SignatureOf(original), TestLookup.OrdinalOf(original))
            ?? throw Missing(root, original);
        if (test.RunState == RunState.NotRunnable)
        {
            throw new DuetException($"{_fullName} cannot be run in the {Name} build: {test.Properties.Get(PropertyNames.SkipReason)}");
        }

        if (Skipping(test) is { } skipping)
        {
            throw new NewToBaseException(
                $"{_fullName} is not run in the {Name} build: {skipping.RunState} {skipping.Properties.Get(PropertyNames.SkipReason)}".TrimEnd());
        }

        // Nothing else stops at its body.
        return test.Method!.MethodInfo.IsDefined(typeof(SloAttribute), inherit: true)
            ? ((runner, TestFilter.FromXml($"<filter><id>{test.Id}</id></filter>")), test)
            : throw new NewToBaseException($"{_fullName} promises nothing in the {Name} build");
    }

    // A test, its fixture, or a suite around them.
    private static ITest? Skipping(ITest? test) =>
        test is null || test.RunState is RunState.Ignored or RunState.Skipped ? test : Skipping(test.Parent);

    private NewToBaseException Missing(ITest root, Test original)
    {
        string[] siblings = [.. TestLookup.Cases(root)
            .Where(test => test.MethodName == original.MethodName && test.ClassName == original.ClassName)
            .Select(test => test.Name)
            .Take(5)];
        string others = siblings.Length == 0
            ? ""
            : $"; it has {string.Join(", ", siblings)} (names that differ from run to run cannot be matched)";
        return new NewToBaseException($"the {Name} build has no test {_fullName}{others}");
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
