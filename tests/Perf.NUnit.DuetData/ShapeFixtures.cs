using NUnit.Framework;
using NUnit.Framework.Internal;

namespace Perf.DuetData;

/// <summary>Every shape of fixture and case that NUnit knows: each notes what its body saw, in every copy.</summary>
public abstract class Shape
{
    private object? _seen;

    [TearDown]
    public void Tell() => Journal.Note($"{TestContext.CurrentContext.Test.FullName} saw {_seen}");

    protected void See(object? seen)
    {
        _seen = seen;
        GC.KeepAlive(new byte[1000]);
    }
}

[TestFixture("three"), TestFixture("five")]
public sealed class ArgumentShape(string argument) : Shape
{
    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void Body() => See(argument);
}

[TestFixture]
public sealed class CaseShape : Shape
{
    private static IEnumerable<TestCaseData> Sources =>
    [
        new TestCaseData("first").SetName("TheFirst"),
        new TestCaseData("second").SetName("TheSecond"),
    ];

    [TestCase("one"), TestCase("two"), MaxRegression(0, Metric = "allocated_bytes")]
    public void Case(string argument) => See(argument);

    [TestCaseSource(nameof(Sources)), MaxRegression(0, Metric = "allocated_bytes")]
    public void Source(string argument) => See(argument);
}

[TestFixture]
public sealed class AsyncShape : Shape
{
    [Test, MaxRegression(50, Metric = "allocated_bytes")]
    public async Task Body()
    {
        await Task.Delay(1);
        See("a later moment");
    }

    [Test, CancelAfter(600_000), MaxRegression(0, Metric = "allocated_bytes")]
    public void Token(CancellationToken token) => See(token.CanBeCanceled ? "a token" : "no token");
}

[TestFixture, FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LifeCycleShape : Shape, IDisposable
{
    private TestExecutionContext? _context;

    public LifeCycleShape() => Journal.Note("constructed");

    [SetUp]
    public void SetUp()
    {
        _context = TestExecutionContext.CurrentContext;
        Journal.Note("set up");
    }

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void Body() => See(TestExecutionContext.CurrentContext == _context ? "its context" : "another's");

    [TearDown]
    public void TearDown() => Journal.Note(TestExecutionContext.CurrentContext == _context ? "torn down" : "torn down in another's context");

    public void Dispose() => Journal.Note("disposed");
}

[TestFixture(typeof(int)), TestFixture(typeof(string))]
public sealed class GenericShape<T> : Shape
{
    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void Body() => See(typeof(T));
}

public abstract class GenericBase<T> : Shape
{
    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void Inherited() => See(typeof(T));
}

[TestFixture]
public sealed class DerivedShape : GenericBase<long>;
