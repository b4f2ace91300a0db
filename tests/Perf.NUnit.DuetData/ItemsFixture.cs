using System.Diagnostics.Metrics;
using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>A promise about a baseline beside one about a limit, whose instrument both copies of the test publish.</summary>
[TestFixture]
public sealed class ItemsFixture
{
    private static readonly Meter Meter = new("Perf.DuetData.Items");
    private static readonly Counter<long> Items = Meter.CreateCounter<long>("duet.items", "{item}");

    [Test, MaxRegression(10), MinThroughput(1)]
    public void PublishesItems()
    {
        Thread.Sleep(5);
        Items.Add(2);
    }
}
