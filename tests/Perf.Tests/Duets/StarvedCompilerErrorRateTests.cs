using NUnit.Framework;
using Perf.Measurement;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>
/// How often a duet errs whose background compiler has one build's code still to compile while that is measured: it runs ×2.2
/// slower until then. That build is the head where this could look like a regression, the base where it could hide one.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
public sealed class StarvedCompilerErrorRateTests
{
    private const int Verdicts = 700;

    [Test]
    public void UnchangedCodeIsNeverRed([Values] Work work) => Shares(work, 1.00).Red.ShouldBe(0);

    [Test]
    public void FivePercentIsHardlyEverRed([Values] Work work) => Shares(work, 1.05).Red.ShouldBeLessThanOrEqualTo(0.003);

    [Test]
    public void FifteenPercentIsFound([Values] Work work) => Shares(work, 1.15).Red.ShouldBeGreaterThanOrEqualTo(0.9);

    [Test]
    public void TwentyPercentIsFound([Values] Work work) => Shares(work, 1.20).Red.ShouldBeGreaterThanOrEqualTo(0.99);

    [Test]
    public void NoLaunchMeasuresWhatIsStillToBecomeFaster([Values] Work work, [Values('b', 'h')] char build)
    {
        Random random = new(20261125);

        double[] estimates = [.. Enumerable.Range(0, Verdicts).Select(_ => Launch(random, work, build, 1).Value)];

        estimates.Average().ShouldBe(0, 0.002);
        estimates.Max(Math.Abs).ShouldBeLessThan(0.1);
    }

    // What the procedure is worth here: the count of methods rests while the compiler waits for a processor.
    [Test]
    public void ByTheCountOfMethodsAloneUnchangedCodeWouldBeRed() => VerdictShares
        .Of(100, random => Launch(random, Work.Starved, 'h', 1, isThreadSeen: false)).Red.ShouldBeGreaterThan(0.05);

    /// <summary>How the work goes on.</summary>
    public enum Work
    {
        /// <summary>Asked for twice in the warm-up, and done after up to two seconds each time.</summary>
        Starved,

        /// <summary>The last stage is asked for during the rounds, and done within milliseconds.</summary>
        Late,

        /// <summary>The same, done after up to half a second.</summary>
        LateAndStarved,
    }

    private static VerdictShares Shares(Work work, double ratio) =>
        VerdictShares.Of(Verdicts, random => Launch(random, work, ratio < 1.1 ? 'h' : 'b', ratio));

    private static Estimate Launch(Random random, Work work, char build, double ratio, bool isThreadSeen = true)
    {
        FakeClock clock = new();
        SimulatedArms chance = new(clock, random);
        return DuetFigures.Time(new SimulatedArms(clock, random)
        {
            Seconds = 0.008,
            Ratio = ratio,
            Luck = 0.005 * chance.Normal(),
            InstanceNoise = 0.005,
            CallNoise = 0.03,
            Compiler = new SimulatedCompiler(clock)
            {
                Build = build,
                TellsOfThread = isThreadSeen,
                IsHotInRounds = work != Work.Starved,
                HotAfterCalls = random.Next(work == Work.Starved ? 60 : 24),
                WaitingSeconds = random.NextDouble() * work switch { Work.Late => 0.001, Work.Starved => 0.25, _ => 0.06 },
                Stages = work == Work.Starved ? 2 : 1,
                Slices = random.Next(4, 8),
            },
        }.Launch());
    }
}
