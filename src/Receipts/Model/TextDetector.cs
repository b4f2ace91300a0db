using Receipts.Native;
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
    /// <exception cref="LibtorchException">libtorch cannot be loaded.</exception>
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
    /// <exception cref="LibtorchException">libtorch cannot be loaded.</exception>
    /// <exception cref="InvalidOperationException">The device is not available.</exception>
    public static TextDetector Load(string? weightsPath = null, DetectorDevice device = DetectorDevice.Cpu)
    {
        try
        {
            IReadOnlyDictionary<string, WeightTensor> tensors = WeightsFile.Read(weightsPath);
            if (!IsAvailable(device))
            {
                throw new InvalidOperationException(WithoutCuda(TorchNative.Ensure()));
            }

            if (device == DetectorDevice.Cuda)
            {
                // Newer GPUs would round the inputs of a convolution to ten bits, and find other boxes than the processor.
                backends.cudnn.allow_tf32 = false;
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

    /// <summary>The forward pass over a batch; on a GPU it is done when this returns, and nothing of it is left to run.</summary>
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
        if (_device.type == DeviceType.CUDA)
        {
            // The copy waits for what it copies alone. Whoever times this call, or reads the device's memory after it, counts on
            // all of the device's work being over.
            cuda.synchronize(_device);
        }

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

    internal static string WithoutCuda(LibtorchHome? home) => home switch
    {
        null => "CUDA is not available: build with -p:Accelerator=cuda, or set LIBTORCH_HOME to torch/lib of a PyTorch with CUDA, and run on a machine with an NVIDIA GPU and its driver",
        { HasCuda: false } => home.Wrong(
            $"CUDA is not available: {LibtorchHome.CudaLibrary} is not there, so this is a libtorch for the CPU; name torch/lib of a PyTorch with CUDA").Message,
        _ => home.Wrong(
            "CUDA is not available: this libtorch has it, and found no NVIDIA GPU whose driver is new enough for it").Message,
    };

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
