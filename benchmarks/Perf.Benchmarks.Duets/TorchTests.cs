using NUnit.Framework;
using Receipts.Model;
using static TorchSharp.torch;

namespace Perf.Benchmarks.Duets;

/// <summary>
/// Native code, of which both builds have one copy: a small convolutional net, a forward an item. One forward of a larger
/// batch would grow by less than the batch does.
/// </summary>
[TestFixture]
public sealed class TorchTests
{
    private const int Channels = 8;
    private const int Side = 24;

    private nn.Module<Tensor, Tensor> _net = null!;
    private Tensor _image = null!;

    [SetUp]
    public void MakeTheNet()
    {
        TorchThreads.UseOne();
        set_num_threads(TestContext.CurrentContext.Test.MethodName == nameof(TorchOnTwoThreads) ? 2 : 1);
        manual_seed(1);
        _net = nn.Sequential(nn.Conv2d(3, Channels, 3), nn.ReLU(), nn.Conv2d(Channels, Channels, 3), nn.ReLU());
        _image = rand(1, 3, Side, Side);
    }

    [TearDown]
    public void DisposeOfIt()
    {
        _image.Dispose();
        _net.Dispose();
    }

    [Test, MaxRegression(10)]
    public void TorchOnOneThread() => Forward();

    [Test, MaxRegression(10)]
    public void TorchOnTwoThreads() => Forward();

    private void Forward()
    {
        using IDisposable inference = inference_mode();
        for (int item = 0; item < Work.Items; item++)
        {
            using Tensor result = _net.forward(_image);
        }
    }
}
