using NUnit.Framework;
using Receipts.Model;
using static TorchSharp.torch;

namespace Perf.Benchmarks.Duets;

/// <summary>Native code, of which both builds have one copy: a small convolutional net, an image an item.</summary>
[TestFixture]
public sealed class TorchTests
{
    private const int Channels = 8;
    private const int Side = 24;

    private nn.Module<Tensor, Tensor> _net = null!;
    private Tensor _images = null!;

    [SetUp]
    public void MakeTheNet()
    {
        TorchThreads.UseOne();
        set_num_threads(TestContext.CurrentContext.Test.MethodName == nameof(TorchOnTwoThreads) ? 2 : 1);
        manual_seed(1);
        _net = nn.Sequential(nn.Conv2d(3, Channels, 3), nn.ReLU(), nn.Conv2d(Channels, Channels, 3), nn.ReLU());
        _images = rand(Work.Items, 3, Side, Side);
    }

    [TearDown]
    public void DisposeOfIt()
    {
        _images.Dispose();
        _net.Dispose();
    }

    [Test, MaxRegression(10)]
    public void TorchOnOneThread() => Forward();

    [Test, MaxRegression(10)]
    public void TorchOnTwoThreads() => Forward();

    private void Forward()
    {
        using IDisposable inference = inference_mode();
        using Tensor result = _net.forward(_images);
    }
}
