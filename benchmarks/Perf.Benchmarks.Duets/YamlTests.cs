using NUnit.Framework;
using YamlDotNet.Serialization;

namespace Perf.Benchmarks.Duets;

/// <summary>
/// Another library of which each build has its own copy: an order with its date read from YAML, an item each time.
/// </summary>
[TestFixture]
public sealed class YamlTests
{
    private string _text = "";
    private IDeserializer _deserializer = null!;

    [SetUp]
    public void WriteOrders()
    {
        _text = new SerializerBuilder().Build().Serialize(Order.Some(1));
        _deserializer = new DeserializerBuilder().Build();
    }

    [Test, MaxRegression(10)]
    public void Yaml()
    {
        for (int item = 0; item < Work.Items; item++)
        {
            GC.KeepAlive(_deserializer.Deserialize<List<Order>>(_text));
        }
    }
}
