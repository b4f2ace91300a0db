namespace Perf.Measurement.Devices;

/// <summary>Which device it is, whatever order its indices are counted in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uuid">Its UUID, <c>GPU-</c> and 32 hexadecimal digits in five groups, for a partition (MIG) too; null where the driver does not tell.</param>
public sealed record DeviceIdentity(string Name, string? Uuid);
