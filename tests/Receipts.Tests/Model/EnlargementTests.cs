using NUnit.Framework;
using Receipts.Model;
using Receipts.Native;
using Shouldly;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Receipts.Tests.Model;

/// <summary>The pointwise form of the head's end against libtorch's own transposed convolutions.</summary>
public sealed class EnlargementTests
{
    private const int Channels = 6;

    [TestCase(1, 1, 1)]
    [TestCase(2, 3, 5)]
    public void ItIsTheTwoTransposedConvolutions(int count, int height, int width)
    {
        TorchNative.Ensure();
        using var noGradients = no_grad();
        using DisposeScope scope = NewDisposeScope();
        float[] firstWeights = Numbers(Channels * Channels * 4, seed: 1);
        float[] firstBias = Numbers(Channels, seed: 2);
        float[] secondWeights = Numbers(Channels * 4, seed: 3);
        float[] secondBias = Numbers(1, seed: 4);
        float[] pixels = Numbers(count * Channels * height * width, seed: 5);
        Tensor x = tensor(pixels, [count, Channels, height, width]);

        Affine nothing = new([1], [0]);
        using Enlargement enlargement = new(
            new Convolution(Enlargement.Pointwise(firstWeights, firstBias, nothing), CPU),
            new Convolution(Enlargement.AtEveryPlace(Enlargement.Pointwise(secondWeights, secondBias, nothing)), CPU));
        Tensor found = enlargement.ApplyTo(ChannelsLast.Of(x));

        Tensor first = Transposed(x, firstWeights, firstBias).relu();
        Tensor expected = Transposed(first, secondWeights, secondBias).sigmoid();
        found.shape.ShouldBe([count, 1, 4 * height, 4 * width]);
        found.allclose(expected, rtol: 0, atol: 1e-6).ShouldBeTrue();
    }

    private static Tensor Transposed(Tensor x, float[] weights, float[] bias) => functional.conv_transpose2d(
        x, tensor(weights, [x.shape[1], bias.Length, 2, 2]), tensor(bias), strides: [2, 2]);

    private static float[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
