using NUnit.Framework;
using Perf.Measurement.Probes;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Measurement.Probes;

[TestFixture]
public sealed class CompilerProbeTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void TheBackgroundThreadIsFoundByItsNameAndItsWaitingCounts()
    {
        AddTask("10", "dotnet", "9000 9000 9");
        AddTask("11", ".NET Tiered Com", "500 70 3");
        using CompilerProbe probe = Probe();

        probe.Read().ShouldBe(new CompilerActivity(42, 570));
        AddTask("11", ".NET Tiered Com", "500 75 3");
        probe.Read().ShouldBe(new CompilerActivity(42, 575));
    }

    [Test]
    public void AWaitThatLastsIsSeenByTheStateOfTheThread([Values('R', 'D')] char state)
    {
        AddTask("11", ".NET Tiered Com", "500 70 3", state);
        using CompilerProbe probe = Probe();
        CompilerActivity first = probe.Read();
        CompilerActivity second = probe.Read();
        AddTask("11", ".NET Tiered Com", "500 70 3");

        second.ShouldNotBe(first);
        CompilerActivity asleep = probe.Read();
        asleep.ShouldBe(second);
        probe.Read().ShouldBe(asleep);
    }

    [Test]
    public void AThreadThatStartsLaterIsFound()
    {
        AddTask("10", "dotnet", "9000 9000 9");
        using CompilerProbe probe = Probe();

        probe.Read().BackgroundNanoseconds.ShouldBe(0);
        AddTask("12", ".NET Tiered Com", "5 6 1");
        probe.Read().BackgroundNanoseconds.ShouldBe(11);
    }

    [Test]
    public void WhatAnEndedThreadHasRunStaysAndItsSuccessorAddsToIt()
    {
        AddTask("11", ".NET Tiered Com", "500 70 3");
        using CompilerProbe probe = Probe();
        probe.Read();
        AddTask("11", "gone", "");
        AddTask("12", ".NET Tiered Com", "20 1 1");

        probe.Read().BackgroundNanoseconds.ShouldBe(591);
        probe.Read().BackgroundNanoseconds.ShouldBe(591);
    }

    [Test]
    public void WithoutAScheduleOnlyTheCountIsTold()
    {
        Directory.CreateDirectory(_folder["11"]);
        File.WriteAllText(Path.Combine(_folder["11"], "comm"), ".NET Tiered Com\n");
        using CompilerProbe probe = Probe();
        using var nowhere = new CompilerProbe(_folder["absent"], () => 42, countsCallsAtOnce: true);

        probe.Read().ShouldBe(new CompilerActivity(42, 0));
        nowhere.Read().ShouldBe(new CompilerActivity(42, 0));
    }

    [Test]
    public void OnlyASeenThreadOfARuntimeThatCountsAtOnceHidesNothing()
    {
        using CompilerProbe probe = Probe();
        using CompilerProbe later = Probe(countsCallsAtOnce: false);
        probe.Read();
        probe.SeesAllPending.ShouldBeFalse();
        AddTask("11", ".NET Tiered Com", "500 70 3");
        probe.Read();
        later.Read();

        probe.SeesAllPending.ShouldBeTrue();
        later.SeesAllPending.ShouldBeFalse();
    }

    [Test]
    public void CompilingAMethodIsSeenInThisProcess()
    {
        using var probe = new CompilerProbe();
        CompilerActivity before = probe.Read();
        var method = new System.Reflection.Emit.DynamicMethod("Fresh", typeof(int), []);
        System.Reflection.Emit.ILGenerator body = method.GetILGenerator();
        body.Emit(System.Reflection.Emit.OpCodes.Ldc_I4_7);
        body.Emit(System.Reflection.Emit.OpCodes.Ret);
        method.CreateDelegate<Func<int>>()().ShouldBe(7);

        CompilerActivity after = probe.Read();
        after.CompiledMethods.ShouldBeGreaterThan(before.CompiledMethods);
        after.BackgroundNanoseconds.ShouldBeGreaterThanOrEqualTo(before.BackgroundNanoseconds);
    }

    private CompilerProbe Probe(bool countsCallsAtOnce = true) => new(_folder.Path, () => 42, countsCallsAtOnce);

    // Written in place, as the kernel would: the probe keeps the file open.
    private void AddTask(string id, string name, string schedule, char state = 'S')
    {
        Directory.CreateDirectory(_folder[id]);
        File.WriteAllText(Path.Combine(_folder[id], "comm"), name + "\n");
        Write(Path.Combine(_folder[id], "schedstat"), schedule + "\n");
        Write(Path.Combine(_folder[id], "stat"), $"{id} ({name}) {state} 1 11 11 0 -1 4194304 1522 0 0 0 3 1 0 0 20 0 7 0 91 273934660608\n");
    }

    private static void Write(string path, string text)
    {
        using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(0);
        file.Write(System.Text.Encoding.ASCII.GetBytes(text));
    }
}
