using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>One block of the backbone (PP-LCNetV3): depthwise convolution, gate where there is one, pointwise convolution.</summary>
internal sealed class BackboneBlock : IDisposable
{
    private readonly Convolution _depthwise;
    private readonly HeldAffine? _afterDepthwise;
    private readonly Gate? _gate;
    private readonly Convolution _pointwise;
    private readonly HeldAffine _afterPointwise;
    private readonly bool _isActivated;

    /// <summary>Takes its weights from the ledger.</summary>
    public BackboneBlock(BlockShape shape, int inputs, int number, WeightReader weights)
    {
        // A depthwise convolution that halves the size has no activation.
        _isActivated = shape.Stride == 1;
        int depthwise = 2 * number;
        Kernel pointwise = weights.Merged(depthwise + 1, shape.Outputs, inputs, side: 1);
        if (_isActivated)
        {
            Affine after = weights.AfterActivation(depthwise);
            if (shape.GateNumber is null)
            {
                pointwise = pointwise.After(after.Scale[0], after.Shift[0]);
            }
            else
            {
                _afterDepthwise = new HeldAffine(after);
            }
        }

        _depthwise = weights.Put(weights.Merged(depthwise, inputs, 1, shape.Side), shape.Stride);
        _gate = shape.GateNumber is { } gate ? weights.Gate(gate, inputs, slope: 1 / 6.0) : null;
        _pointwise = weights.Put(pointwise);
        _afterPointwise = new HeldAffine(weights.AfterActivation(depthwise + 1));
    }

    /// <summary>[N,inputs,H,W] → [N,outputs,H/stride,W/stride].</summary>
    public Tensor ApplyTo(Tensor x)
    {
        Tensor y = _depthwise.ApplyTo(x);
        if (_isActivated)
        {
            y = y.hardswish_();
            y = _afterDepthwise?.ApplyTo(y) ?? y;
        }

        if (_gate is not null)
        {
            y = y.mul(_gate.Of(y));
        }

        return _afterPointwise.ApplyTo(_pointwise.ApplyTo(y).hardswish_());
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _depthwise.Dispose();
        _gate?.Dispose();
        _pointwise.Dispose();
    }
}

/// <summary>The shape of a block.</summary>
/// <param name="Outputs">Output channels.</param>
/// <param name="Side">Window of the depthwise convolution in pixels.</param>
/// <param name="Stride">1, or 2 to halve the size.</param>
/// <param name="GateNumber">The export's number of the gate's first convolution; null without a gate.</param>
internal sealed record BlockShape(int Outputs, int Side = 3, int Stride = 1, int? GateNumber = null);
