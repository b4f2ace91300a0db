using NUnit.Framework;
using Perf.Baselines;
using Perf.Files;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Baselines;

[TestFixture]
public sealed class BaselineUpdateTests
{
    private TemporaryFolder _folder = null!;

    private string Target => _folder["cpu.json"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void WhatIsThereIsChanged()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A"), SomeBaseline.Series("B")));

        BaselineWriter.Update(Target, file => file with
        {
            Series = [.. file.Series.Select(series => series.Test == "A" ? series with { Accepted = 7 } : series)],
        });

        BaselineReader.Read(Target).Series.Select(series => series.Accepted).ShouldBe([7, 0.0125]);
    }

    [Test]
    public void WhatIsNotThereIsNotCreated()
    {
        PerfFileException exception = Should.Throw<PerfFileException>(() => BaselineWriter.Update(Target, file => file));

        exception.Message.ShouldBe($"{Target}: is not there any more; record a baseline (PERF_RECORD=1)");
        File.Exists(Target).ShouldBeFalse();
    }

    [Test]
    public void WhatCannotBeReadIsLeftAlone()
    {
        File.WriteAllText(Target, "{ trunc");

        Should.Throw<PerfFileException>(() => BaselineWriter.Update(Target, _ => throw new InvalidOperationException("it was read")))
            .Problem.ShouldStartWith("is left as it is, since it cannot be read: ");
        File.ReadAllText(Target).ShouldBe("{ trunc");
    }

    [Test]
    public void AChangeThatCannotBeTrueIsNotWritten()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));
        byte[] before = File.ReadAllBytes(Target);

        Should.Throw<PerfFileException>(() => BaselineWriter.Update(Target, file => file with { Environment = "" }))
            .Problem.ShouldBe("is not written: environment: environment is empty");
        File.ReadAllBytes(Target).ShouldBe(before);
    }

    [Test]
    public void AChangeThatFailsLeavesTheFileAndItsLock()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of(SomeBaseline.Series("A")));
        byte[] before = File.ReadAllBytes(Target);

        Should.Throw<InvalidOperationException>(() => BaselineWriter.Update(Target, _ => throw new InvalidOperationException()));

        File.ReadAllBytes(Target).ShouldBe(before);
        BaselineWriter.Update(Target, file => file);
    }

    [Test]
    public async Task ManyChangesAtOnceLoseNone()
    {
        BaselineWriter.Write(Target, SomeBaseline.Of());

        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => BaselineWriter.Update(
            Target, file => file with { Series = [.. file.Series, SomeBaseline.Series($"Test{number}")] }))));

        BaselineReader.Read(Target).Series.Count.ShouldBe(12);
    }
}
