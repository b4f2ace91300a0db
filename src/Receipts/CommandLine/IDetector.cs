using Receipts.Model;

namespace Receipts.CommandLine;

/// <summary>The detector as the commands see it: tests put one without weights in its place.</summary>
public interface IDetector : IDisposable
{
    /// <summary>The forward pass.</summary>
    ProbabilityMap Detect(ImageTensor input);
}
