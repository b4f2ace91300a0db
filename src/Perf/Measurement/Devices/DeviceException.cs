namespace Perf.Measurement.Devices;

/// <summary>A device failed at what the body gave it; whatever is measured on it from then on is worth nothing.</summary>
public sealed class DeviceException(string message) : Exception(message);
