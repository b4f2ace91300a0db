using System.Text.Json.Serialization;

namespace Perf.Measurement.Devices;

/// <summary>How much memory of an accelerator is used.</summary>
/// <param name="Device">The name of the device.</param>
/// <param name="UsedBytes">What all processes use, the driver's own share included, bytes.</param>
/// <param name="TotalBytes">The memory of the device, bytes.</param>
/// <param name="OwnBytes">
/// What this process uses, bytes; null where the driver does not tell, in a container for instance.
/// </param>
public readonly record struct DeviceMemoryReading(string Device, long UsedBytes, long TotalBytes, long? OwnBytes)
{
    /// <summary>What all processes used before this one took any, or less where less was seen since, bytes; null where nobody looked.</summary>
    public long? BeforeBytes { get; init; }

    /// <summary>Other processes that compute on the device; null where the driver does not tell.</summary>
    public int? OtherProcesses { get; init; }

    /// <summary>
    /// What has come to be used since this process looked first, bytes: its own memory as long as no other process takes or frees
    /// any; null where nobody looked.
    /// </summary>
    [JsonIgnore]
    public long? AddedBytes => BeforeBytes is { } before ? Math.Max(0, UsedBytes - before) : null;

    /// <summary>The higher of two readings of the same device, number by number.</summary>
    public DeviceMemoryReading Peak(DeviceMemoryReading other) => other with
    {
        UsedBytes = Math.Max(UsedBytes, other.UsedBytes),
        OwnBytes = Most(OwnBytes, other.OwnBytes),
        OtherProcesses = (int?)Most(OtherProcesses, other.OtherProcesses),
    };

    private static long? Most(long? one, long? other) => one is null || other is null ? one ?? other : Math.Max(one.Value, other.Value);
}
