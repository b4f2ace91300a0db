using TorchSharp;
using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>Finds how likely each pixel of an image belongs to a line of text.</summary>
public sealed class TextDetector : IDisposable
{
    private readonly DetectorNetwork _network;
    private readonly Device _device;

    private TextDetector(DetectorNetwork network, Device device)
    {
        _network = network;
        _device = device;
    }

    /// <summary>Whether this build and this machine can run a detector there.</summary>
    public static bool IsAvailable(DetectorDevice device)
    {
        TorchNative.Ensure();
        return device == DetectorDevice.Cpu || cuda.is_available();
    }

    /// <summary>Makes a detector of the published weights; the file is read once in a process.</summary>
    /// <param name="weightsPath">The file, or null for the one beside the application.</param>
    /// <param name="device">Where the forward pass runs.</param>
    /// <exception cref="FileNotFoundException">The weights are not there.</exception>
    /// <exception cref="InvalidDataException">The weights are of another network, or damaged.</exception>
    /// <exception cref="InvalidOperationException">The device is not available.</exception>
    public static TextDetector Load(string? weightsPath = null, DetectorDevice device = DetectorDevice.Cpu)
    {
        try
        {
            IReadOnlyDictionary<string, WeightTensor> tensors = WeightsFile.Read(weightsPath);
            if (!IsAvailable(device))
            {
                throw new InvalidOperationException(
                    "CUDA is not available: build with -p:Accelerator=cuda and run on a machine with an NVIDIA GPU and its driver");
            }

            Device where = new(device == DetectorDevice.Cuda ? DeviceType.CUDA : DeviceType.CPU);
            using var noGradients = no_grad();
            return new TextDetector(new DetectorNetwork(tensors, where), where);
        }
        catch (InvalidDataException e)
        {
            throw WeightsFile.Wrong(weightsPath, e);
        }
    }

    /// <summary>The forward pass over one image.</summary>
    /// <exception cref="ArgumentException">The input holds several images; see <see cref="DetectAll"/>.</exception>
    public ProbabilityMap Detect(ImageTensor input) => input.Count == 1
        ? DetectAll(input)[0]
        : throw new ArgumentException($"The input holds {input.Count} images, not one.", nameof(input));

    /// <summary>The forward pass over a batch; on a GPU it is done when this returns.</summary>
    /// <returns>One map an image.</returns>
    /// <exception cref="ArgumentException">Sides are no multiples of 32, or the number of values is not that of the shape.</exception>
    public IReadOnlyList<ProbabilityMap> DetectAll(ImageTensor input)
    {
        Check(input);
        using var noGradients = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        using Tensor pixels = tensor(input.Values, [input.Count, ImageTensor.Channels, input.Height, input.Width]);
        Tensor images = _device.type == DeviceType.CPU ? pixels : pixels.to(_device);
        Tensor probabilities = _network.Forward(images).cpu();
        int size = input.Height * input.Width;
        ProbabilityMap[] maps = new ProbabilityMap[input.Count];
        for (int image = 0; image < input.Count; image++)
        {
            float[] values = new float[size];
            probabilities[image].data<float>().CopyTo(values);
            maps[image] = new ProbabilityMap(values, input.Height, input.Width);
        }

        return maps;
    }

    /// <inheritdoc />
    public void Dispose() => _network.Dispose();

    private static void Check(ImageTensor input)
    {
        if (input.Height <= 0 || input.Width <= 0 || input.Height % ImageTensor.SideStep != 0 || input.Width % ImageTensor.SideStep != 0)
        {
            throw new ArgumentException(
                $"The input is {input.Width} × {input.Height} pixels; both sides must be multiples of {ImageTensor.SideStep}.", nameof(input));
        }

        long expected = (long)input.Count * ImageTensor.Channels * input.Height * input.Width;
        if (input.Count < 1 || input.Values.LongLength < expected)
        {
            throw new ArgumentException($"The input has {input.Values.Length} values; its shape needs {expected}.", nameof(input));
        }
    }
}
