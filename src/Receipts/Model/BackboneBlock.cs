using TorchSharp;
using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>One block of the backbone (PP-LCNetV3): depthwise convolution, gate where there is one, pointwise convolution.</summary>
/// <remarks>
/// Behind its last activation the published block scales and shifts. Whatever reads its output is a convolution and
/// takes the scale into its weights (a padding of zeros stays one); the shift cannot pass a padding: the block adds it.
/// </remarks>
internal sealed class BackboneBlock : IDisposable
{
    private readonly Convolution _depthwise;
    private readonly HeldAffine? _afterDepthwise;
    private readonly Gate? _gate;
    private readonly Convolution _pointwise;
    private readonly Scalar _shift;
    private readonly bool _isActivated;

    /// <summary>Takes its weights from the ledger.</summary>
    /// <param name="shape">The shape of the block.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="number">Its number in the backbone.</param>
    /// <param name="missingScale">The factor that its input still lacks.</param>
    /// <param name="weights">Where the weights come from.</param>
    public BackboneBlock(BlockShape shape, int inputs, int number, double missingScale, WeightReader weights)
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

        _depthwise = weights.Put(weights.Merged(depthwise, inputs, 1, shape.Side, missingScale), shape.Stride);
        _gate = shape.GateNumber is { } gate ? weights.Gate(gate, inputs, slope: 1 / 6.0) : null;
        _pointwise = weights.Put(pointwise);
        Affine last = weights.AfterActivation(depthwise + 1);
        MissingScale = last.Scale[0] != 0
            ? last.Scale[0]
            : throw new InvalidDataException($"the scale behind the last activation of block {number} is 0");
        _shift = (float)(last.Shift[0] / MissingScale);
    }

    /// <summary>The factor that the output still lacks.</summary>
    public double MissingScale { get; }

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
            y = y.mul_(_gate.Of(y));
        }

        return _pointwise.ApplyTo(y).hardswish_().add_(_shift, HeldScalars.One);
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
