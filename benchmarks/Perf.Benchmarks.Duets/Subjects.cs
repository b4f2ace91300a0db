using NUnit.Framework;
using Receipts.Model;
using TorchSharp;
using YamlDotNet.Serialization;

namespace Perf.Benchmarks.Duets;

/// <summary>Bodies of a few milliseconds, each of another kind.</summary>
// Of the sections of this repository's thresholds one must be named.
[TestFixture, Section("validation")]
public sealed class Subjects
{
    private readonly List<Order> _orders =
        [.. Enumerable.Range(0, Work.Items(300)).Select(number => new Order(number, $"customer {number % 17}", [number, number * 3]))];

    private float[] _a = [];
    private float[] _b = [];
    private torch.Tensor? _image;
    private torch.Tensor? _kernel;
    private string _yaml = "";
    private double _sum;

    [OneTimeSetUp]
    public void PrepareTorch() => TorchThreads.UseOne();

    [SetUp]
    public void Prepare()
    {
        switch (TestContext.CurrentContext.Test.MethodName)
        {
            case nameof(MemoryBound):
                _a = new float[Work.Items(2_000_000)];
                _b = [.. Enumerable.Range(0, _a.Length).Select(index => (float)(index & 255))];
                break;
            case nameof(TorchOnOneThread) or nameof(TorchOnTwoThreads):
                torch.set_num_threads(TestContext.CurrentContext.Test.MethodName == nameof(TorchOnTwoThreads) ? 2 : 1);
                _image = torch.ones(1, 8, Work.Items(200), 64);
                _kernel = torch.ones(8, 8, 3, 3);
                break;
            case nameof(YamlDates):
                _yaml = string.Concat(Enumerable.Range(0, Work.Items(100)).Select(number => $"key{number}: [1, two, 2026-11-24]\n"));
                break;
        }
    }

    [TearDown]
    public void Forget()
    {
        (_a, _b) = ([], []);
        _image?.Dispose();
        _kernel?.Dispose();
        (_image, _kernel) = (null, null);
    }

    [Test, MaxRegression(10)]
    public void TorchOnOneThread() => Forward();

    [Test, MaxRegression(10)]
    public void TorchOnTwoThreads() => Forward();

    [Test, MaxRegression(10)]
    public void Allocating()
    {
        Dictionary<string, List<int>> groups = [];
        for (int item = 0; item < Work.Items(8000); item++)
        {
            string key = $"group {item % 97}";
            if (!groups.TryGetValue(key, out List<int>? group))
            {
                groups.Add(key, group = []);
            }

            group.Add(item);
        }

        GC.KeepAlive(groups);
    }

    [Test, MaxRegression(10)]
    public void MemoryBound()
    {
        for (int index = 0; index < _a.Length; index++)
        {
            _a[index] = _b[index] + (1.0001f * _a[index]);
        }
    }

    // It sleeps, and asks again and again for the rest: timers count milliseconds only.
    [Test, MaxRegression(10)]
    public async Task WaitingForAnswers()
    {
        TimeSpan wait = TimeSpan.FromMicroseconds(Work.Items(3000));
        for (int answer = 0; answer < 2; answer++)
        {
            long asked = TimeProvider.System.GetTimestamp();
            await Task.Delay(1);
            while (TimeProvider.System.GetElapsedTime(asked) < wait)
            {
                await Task.Yield();
            }
        }
    }

    // The thread that runs the body waits for another one: only wall time tells.
    [Test, MaxRegression(10)]
    public async Task WaitingForAThread() => _sum += await Task.Run(() =>
    {
        double sum = 0;
        for (int item = 0; item < Work.Items(500_000); item++)
        {
            sum += Math.Sqrt(item);
        }

        return sum;
    });

    [Test, MaxRegression(10)]
    public void Json() => GC.KeepAlive(
        Newtonsoft.Json.JsonConvert.DeserializeObject<List<Order>>(Newtonsoft.Json.JsonConvert.SerializeObject(_orders)));

    [Test, MaxRegression(10)]
    public void YamlDates() => GC.KeepAlive(new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<object>>>(_yaml));

    private void Forward()
    {
        using torch.Tensor first = torch.nn.functional.conv2d(_image!, _kernel!, padding: [1, 1]);
        using torch.Tensor second = torch.nn.functional.conv2d(first, _kernel!, padding: [1, 1]);
        using torch.Tensor third = torch.nn.functional.conv2d(second, _kernel!, padding: [1, 1]);
    }

    private sealed record Order(int Number, string Customer, int[] Items);
}
