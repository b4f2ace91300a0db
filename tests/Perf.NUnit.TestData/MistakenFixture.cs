using NUnit.Framework;

namespace Perf.TestData;

/// <summary>Promises that cannot be kept as they are written.</summary>
[TestFixture]
public sealed class MistakenFixture
{
    [Test, MinThroughput]
    public void AmbiguousSection() => Thread.Sleep(1);

    [Test, Section("slep"), MaxDuration]
    public void UnknownSection() => Thread.Sleep(1);

    [Test, Section("memory"), MaxDuration]
    public void MissingKey() => Thread.Sleep(1);

    [Test, MaxDuration(-1)]
    public void Negative() => Thread.Sleep(1);

    [Test, Section("sleep"), MaxRegression(1)]
    public void RegressionBelowTheTolerance() => Thread.Sleep(1);

    [Test, MaxMetric("data.{", 1)]
    public void NoInstrument() => Thread.Sleep(1);
}
