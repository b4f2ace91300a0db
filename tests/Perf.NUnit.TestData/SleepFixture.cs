using System.Globalization;
using NUnit.Framework;

namespace Perf.TestData;

/// <summary>Bodies that sleep, so that no neighbour decides a test of ours; how long is the runner's to say.</summary>
[TestFixture, Section("sleep")]
public sealed class SleepFixture
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(
        double.Parse(Environment.GetEnvironmentVariable("SLEEP_MS") ?? "20", CultureInfo.InvariantCulture));

    [Test, MaxRegression]
    public void Regression() => Thread.Sleep(Length);

    [Test, MaxDuration]
    public void Duration() => Thread.Sleep(Length);

    [Test, MaxDuration(0.001)]
    public void TooLong() => Thread.Sleep(Length);

    [Test, MaxDuration(5)]
    public async Task Async() => await Task.Delay(Length);

    [TestCase(1), TestCase(2), MaxDuration(5)]
    public void Case(int factor) => Thread.Sleep(Length * factor);
}
