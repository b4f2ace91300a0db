namespace Perf.Measurement.Probes;

/// <summary>How much memory of an accelerator is used.</summary>
/// <param name="Device">The name of the device.</param>
/// <param name="UsedBytes">What all processes use, the driver's own share included, bytes.</param>
/// <param name="TotalBytes">The memory of the device, bytes.</param>
/// <param name="OwnBytes">
/// What this process uses, bytes; null where the driver does not tell, in a container for instance.
/// </param>
public sealed record DeviceMemoryReading(string Device, long UsedBytes, long TotalBytes, long? OwnBytes);
