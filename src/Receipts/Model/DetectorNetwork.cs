using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Receipts.Model;

/// <summary>
/// The PP-OCRv4 mobile text detector (DBNet, Liao et al. 2020): backbone PP-LCNetV3 ×0.75, feature pyramid RSE-FPN with 96
/// channels, head with the probability branch alone, as exported.
/// </summary>
internal sealed class DetectorNetwork : IDisposable
{
    private const int PyramidChannels = 96;
    private const int BranchChannels = PyramidChannels / 4;
    private const int StemChannels = 16;

    private static readonly BlockShape[] Shapes =
    [
        new(32),
        new(48, Stride: 2), new(48),
        new(96, Stride: 2), new(96),
        new(192, Stride: 2), new(192, Side: 5), new(192, Side: 5), new(192, Side: 5), new(192, Side: 5),
        new(384, Side: 5, Stride: 2, GateNumber: 96), new(384, Side: 5, GateNumber: 107), new(384, Side: 5), new(384, Side: 5),
    ];

    // Outputs of these blocks feed the pyramid, at 1/4, 1/8, 1/16 and 1/32 of the input, through so many channels.
    private static readonly (int Block, int Channels)[] Taps = [(2, 12), (4, 18), (9, 42), (13, 360)];

    private readonly Convolution _stem;
    private readonly BackboneBlock[] _blocks;
    private readonly GatedConvolution[] _inputs;
    private readonly GatedConvolution[] _outputs;
    private readonly Convolution _head;
    private readonly Enlargement _enlargement;

    /// <summary>Builds the network of the weights; every tensor has its place, and every place its tensor.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing, of another shape, or without a place.</exception>
    public DetectorNetwork(IReadOnlyDictionary<string, WeightTensor> tensors, Device device)
    {
        WeightLedger ledger = new(tensors);
        WeightReader weights = new(ledger, device);
        _stem = weights.Put(
            weights.Kernel(0, StemChannels, 3, 3, hasBias: false).Then(weights.BatchNormalization("batch_norm2d_0", StemChannels)), stride: 2);
        _blocks = new BackboneBlock[Shapes.Length];
        int channels = StemChannels;
        double missingScale = 1;
        for (int number = 0; number < Shapes.Length; number++)
        {
            _blocks[number] = new BackboneBlock(Shapes[number], channels, number, missingScale, weights);
            channels = Shapes[number].Outputs;
            missingScale = _blocks[number].MissingScale;
        }

        _inputs = [.. Taps.Select((tap, level) =>
            Input(tap.Block, tap.Channels, level, _blocks[tap.Block].MissingScale, weights))];
        _outputs = [.. Taps.Select((_, level) =>
            weights.Gated(weights.Kernel(138 + (6 * level), BranchChannels, PyramidChannels, 3, hasBias: false), 139 + (6 * level)))];
        _head = weights.Put(weights.Kernel(159, BranchChannels, PyramidChannels, 3, hasBias: false)
            .Then(weights.BatchNormalization("batch_norm_0", BranchChannels)));
        _enlargement = weights.Enlargement(BranchChannels);
        ledger.RequireAllTaken();
    }

    /// <summary>[N,3,H,W] → [N,1,H,W], probabilities; sides are multiples of 32.</summary>
    public Tensor Forward(Tensor images)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor y = _stem.ApplyTo(ChannelsLast.Of(images));
        Tensor[] levels = new Tensor[Taps.Length];
        int level = 0;
        for (int block = 0; block < _blocks.Length; block++)
        {
            y = _blocks[block].ApplyTo(y);
            if (block == Taps[level].Block)
            {
                levels[level] = _inputs[level].ApplyTo(y);
                level++;
            }
        }

        // From the coarsest level down, each adds to the next finer one.
        for (int finer = levels.Length - 2; finer >= 0; finer--)
        {
            levels[finer] = levels[finer].add_(Enlarged(levels[finer + 1], 2), HeldScalars.One);
        }

        Tensor[] branches = [.. levels.Select((one, index) => Enlarged(_outputs[index].ApplyTo(one), 1 << index)).Reverse()];
        y = _head.ApplyTo(cat(branches, 1)).relu_();
        Tensor probabilities = _enlargement.ApplyTo(y).MoveToOuterDisposeScope();
        GC.KeepAlive(this);
        return probabilities;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stem.Dispose();
        Array.ForEach(_blocks, block => block.Dispose());
        Array.ForEach(_inputs, input => input.Dispose());
        Array.ForEach(_outputs, output => output.Dispose());
        _head.Dispose();
        _enlargement.Dispose();
    }

    // Two pointwise convolutions with nothing between them are one, unless so few channels are between that two are
    // less work.
    private static GatedConvolution Input(int block, int channels, int level, double missingScale, WeightReader weights)
    {
        int inputs = Shapes[block].Outputs;
        Kernel lateral = weights.Kernel(131 + level, channels, inputs, 1).AfterScale(missingScale);
        Kernel input = weights.Kernel(135 + (6 * level), PyramidChannels, channels, 1, hasBias: false);
        int gate = 136 + (6 * level);
        return inputs * PyramidChannels < (inputs + PyramidChannels) * channels
            ? weights.Gated(lateral.Then(input), gate)
            : weights.Gated(input, gate, weights.Put(lateral));
    }

    private static Tensor Enlarged(Tensor x, int factor) => factor == 1
        ? x
        : functional.interpolate(x, size: [x.shape[2] * factor, x.shape[3] * factor], mode: InterpolationMode.Nearest);
}
