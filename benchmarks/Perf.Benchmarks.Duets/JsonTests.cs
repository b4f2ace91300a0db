using Newtonsoft.Json;
using NUnit.Framework;

namespace Perf.Benchmarks.Duets;

/// <summary>
/// A library of which each build has its own copy: some orders written as JSON and read again, an item each time.
/// </summary>
[TestFixture]
public sealed class JsonTests
{
    private readonly List<Order> _orders = Order.Some(4);

    [Test, MaxRegression(10)]
    public void Json()
    {
        for (int item = 0; item < Work.Items; item++)
        {
            GC.KeepAlive(JsonConvert.DeserializeObject<List<Order>>(JsonConvert.SerializeObject(_orders)));
        }
    }
}
