using NUnit.Framework;
using Shouldly;

namespace Perf.Tests.Recording;

/// <summary>What a baseline of other surroundings says: nothing, with the reason.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NotComparableWithFileTests
{
    [Test]
    public void AnotherKindOfMachineIsNotComparableAndTheWayOutIsSaid()
    {
        using RecordedBaseline baseline = RecordedBaseline.OfOneLaunch();
        File.WriteAllText(baseline.Path, File.ReadAllText(baseline.Path).Replace("\"logicalCores\": ", "\"logicalCores\": 9", StringComparison.Ordinal));
        DuetRun run = baseline.Judge(DuetBuilds.Head, "Name=Doubled");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("Doubled").Message.ShouldContain("is of another kind of machine (logical cores: recorded 9");
        run.Test("Doubled").Message.ShouldContain("record one here with PERF_RECORD=true");
    }

    [Test]
    public void CodeThatIsNotOptimisedIsNotComparableWithCodeThatIs()
    {
        using RecordedBaseline baseline = RecordedBaseline.OfOneLaunch();
        string jit = "\"tieringMode\": \"";
        string text = File.ReadAllText(baseline.Path);
        int end = text.IndexOf('"', text.IndexOf(jit, StringComparison.Ordinal) + jit.Length);
        bool isDebug = text[..end].EndsWith("(a Debug build)", StringComparison.Ordinal);
        string other = isDebug ? text.Replace(", no optimisation (a Debug build)", "", StringComparison.Ordinal) : text.Insert(end, ", no optimisation (a Debug build)");
        File.WriteAllText(baseline.Path, other);
        DuetRun run = baseline.Judge(DuetBuilds.Base, "Name=Doubled");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("Doubled").Message.ShouldContain("no optimisation (a Debug build)");
    }

    [Test]
    public void AControlThatIsNoLongerThereIsNotComparable()
    {
        using RecordedBaseline baseline = RecordedBaseline.OfOneLaunch();
        baseline.Change(series => series.Control is { } control ? series with { Control = control with { Version = control.Version + 1 } } : series);
        DuetRun run = baseline.Judge(DuetBuilds.Base, "Name=Doubled");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Test("Doubled").Message.ShouldContain("was recorded beside the control ShortSleep v4, which is not there any more");
    }
}
