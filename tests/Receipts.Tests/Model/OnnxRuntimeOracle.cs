using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Receipts.Model;

namespace Receipts.Tests.Model;

/// <summary>The same weights run by the runtime that they were published for.</summary>
internal sealed class OnnxRuntimeOracle : IDisposable
{
    private readonly InferenceSession _session =
        new(Path.Combine(AppContext.BaseDirectory, WeightsFile.Name), new SessionOptions { IntraOpNumThreads = 1 });

    public float[] Detect(ImageTensor input)
    {
        DenseTensor<float> pixels = new(input.Values, [input.Count, ImageTensor.Channels, input.Height, input.Width]);
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> outputs =
            _session.Run([NamedOnnxValue.CreateFromTensor(_session.InputNames[0], pixels)]);
        return [.. outputs[0].AsEnumerable<float>()];
    }

    public void Dispose() => _session.Dispose();
}
