using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>Takes weights from the ledger by the names of the export, and puts them onto a device.</summary>
/// <param name="ledger">The weights of the file.</param>
/// <param name="device">Where the network will run.</param>
internal sealed class WeightReader(WeightLedger ledger, Device device)
{
    // The export numbers the re-parameterised convolutions of the backbone from here.
    private const int FirstBackboneConvolution = 394;

    // The gates of the feature pyramid have this slope; those of the backbone 1/6.
    private const double PyramidSlope = 0.2;

    /// <summary>A convolution by its number.</summary>
    public Kernel Kernel(int number, int outputs, int inputs, int side, bool hasBias = true) => Model.Kernel.Of(
        ledger.Take($"conv2d_{number}.w_0", outputs, inputs, side, side),
        hasBias ? ledger.Take($"conv2d_{number}.b_0", outputs) : null,
        outputs,
        inputs,
        side);

    /// <summary>A convolution of the backbone with the learned scale and shift behind it.</summary>
    /// <param name="unit">Its number among the backbone's.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="inputs">Input channels that an output channel sees.</param>
    /// <param name="side">Window in pixels.</param>
    /// <param name="missingScale">The factor that its input still lacks.</param>
    public Kernel Merged(int unit, int outputs, int inputs, int side, double missingScale = 1) =>
        Kernel(FirstBackboneConvolution + unit, outputs, inputs, side).AfterScale(missingScale).Then(Affine.Learned(
            ledger.Take($"mobile_one_block_{unit}.w_0", 1), ledger.Take($"mobile_one_block_{unit}.w_1", 1)));

    /// <summary>The learned scale and shift behind the activation of a unit of the backbone.</summary>
    public Affine AfterActivation(int unit) => Affine.Learned(
        ledger.Take($"whswish_b_{unit + 1}.w_0", 1), ledger.Take($"whswish_b_{unit + 1}.w_1", 1));

    /// <summary>Batch normalization by its name.</summary>
    public Affine BatchNormalization(string name, int channels) => Affine.OfBatchNormalization(
        ledger.Take(name + ".w_0", channels),
        ledger.Take(name + ".b_0", channels),
        ledger.Take(name + ".w_1", channels),
        ledger.Take(name + ".w_2", channels));

    /// <summary>A gate by the number of its first convolution; it squeezes four channels into one.</summary>
    public Gate Gate(int number, int channels, double slope) => new(
        Put(Kernel(number, channels / 4, channels, 1)),
        Put(Model.Gate.WithSlope(Kernel(number + 1, channels, channels / 4, 1), slope)));

    /// <summary>A gated convolution of the feature pyramid: kernel, number of its gate, what comes before.</summary>
    public GatedConvolution Gated(Kernel kernel, int gate, Convolution? before = null) =>
        new(before, Put(kernel), Gate(gate, kernel.Outputs, PyramidSlope));

    /// <summary>The two transposed convolutions that end the head, with what stands between them.</summary>
    public Enlargement Enlargement(int channels) => new(
        Put(Transposed(0, channels, channels, BatchNormalization("batch_norm_1", channels))),
        Put(Model.Enlargement.AtEveryPlace(Transposed(1, channels, 1, new Affine([1], [0])))));

    /// <summary>A kernel on the device.</summary>
    public Convolution Put(Kernel kernel, int stride = 1) => new(kernel, device, stride);

    private Kernel Transposed(int number, int inputs, int outputs, Affine next) => Model.Enlargement.Pointwise(
        ledger.Take($"conv2d_transpose_{number}.w_0", inputs, outputs, 2, 2),
        ledger.Take($"conv2d_transpose_{number}.b_0", outputs),
        next);
}
