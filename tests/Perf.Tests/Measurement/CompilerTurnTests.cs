using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class CompilerTurnTests
{
    private FakeClock _clock = null!;

    [SetUp]
    public void StartAnew() => _clock = new FakeClock();

    [Test]
    public void ItLastsUntilTheCompilerRests()
    {
        CompilerActivity last = Give(() => new CompilerActivity((long)Math.Min(_clock.Now * 1000, 7), 0), mostSeconds: 1);

        last.CompiledMethods.ShouldBe(7);
        _clock.Now.ShouldBe(0.008, 1e-9);
    }

    [Test]
    public void ItEndsThoughTheCompilerDoesNot()
    {
        long compiled = 0;

        Give(() => new CompilerActivity(compiled++, 0), mostSeconds: 0.02);

        _clock.Now.ShouldBe(0.02, 1e-9);
    }

    private CompilerActivity Give(Func<CompilerActivity> read, double mostSeconds)
    {
        FakeCompiler compiler = new(read);
        return CompilerTurn.Give(_clock, compiler, compiler.Read(), mostSeconds);
    }
}
