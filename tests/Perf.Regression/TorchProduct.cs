using TorchSharp;

namespace Perf.Regression;

/// <summary>The product of two matrices by libtorch: what disturbs a forward pass disturbs it as well.</summary>
public sealed class TorchProduct : IPerfControl, IDisposable
{
    private const int Size = 192;

    private readonly torch.Tensor _left;
    private readonly torch.Tensor _right;

    /// <summary>Makes the matrices, always the same.</summary>
    public TorchProduct()
    {
        // One thread, as the forward pass has.
        _ = Subject.Detector;
        using torch.Generator random = new(seed: 1);
        _left = torch.rand([Size, Size], generator: random);
        _right = torch.rand([Size, Size], generator: random);
    }

    /// <inheritdoc />
    public void Run() => torch.mm(_left, _right).Dispose();

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
    }
}
