namespace Receipts.Model;

/// <summary>Where a detector's forward pass runs.</summary>
public enum DetectorDevice
{
    /// <summary>The processor; every build has it.</summary>
    Cpu,

    /// <summary>
    /// An NVIDIA graphics processor; needs a build with <c>-p:Accelerator=cuda</c>, or <c>LIBTORCH_HOME</c> with a libtorch for CUDA, and such a device.
    /// </summary>
    Cuda,
}
