namespace Perf.Measurement.Devices;

/// <summary>NVIDIA's management library cannot be used, for the reason that the message gives.</summary>
internal sealed class NvmlException(string message) : Exception(message);
