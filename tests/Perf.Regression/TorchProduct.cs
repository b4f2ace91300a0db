using Receipts.Model;
using TorchSharp;

namespace Perf.Regression;

/// <summary>The product of two matrices by libtorch, where the detector runs: what disturbs a forward pass disturbs it as well.</summary>
public sealed class TorchProduct : IPerfControl, IDisposable
{
    // On a GPU a small one is over before the next is given to it, and would follow the processor.
    private static readonly int Size = Subject.Device == DetectorDevice.Cpu ? 192 : 1024;

    private readonly torch.Tensor _left;
    private readonly torch.Tensor _right;

    /// <summary>Makes the matrices, always the same.</summary>
    public TorchProduct()
    {
        // One thread, as the forward pass has.
        _ = Subject.Detector;
        using torch.Generator random = new(seed: 1);
        _left = Made(random);
        _right = Made(random);
    }

    /// <inheritdoc />
    public void Run() => torch.mm(_left, _right).Dispose();

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
    }

    // The numbers of the CPU's generator on any device.
    private static torch.Tensor Made(torch.Generator random)
    {
        torch.Tensor made = torch.rand([Size, Size], generator: random);
        if (Subject.Device == DetectorDevice.Cpu)
        {
            return made;
        }

        using (made)
        {
            return made.to(DeviceType.CUDA);
        }
    }
}
