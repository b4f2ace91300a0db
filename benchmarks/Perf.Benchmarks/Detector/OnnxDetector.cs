using Microsoft.ML.OnnxRuntime;
using Receipts.Model;

namespace Perf.Benchmarks.Detector;

/// <summary>The published model run by OnnxRuntime, one thread.</summary>
internal sealed class OnnxDetector : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();

    /// <param name="weights">The <c>.onnx</c> file.</param>
    public OnnxDetector(string weights)
    {
        using SessionOptions settings = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new InferenceSession(weights, settings);
    }

    /// <summary>The probabilities of one image.</summary>
    public float[] Detect(ImageTensor image)
    {
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(
            image.Values, [image.Count, ImageTensor.Channels, image.Height, image.Width]);
        using IDisposableReadOnlyCollection<OrtValue> outputs =
            _session.Run(_options, _session.InputNames, [input], _session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }
}
