using System.Globalization;

namespace Perf.Measurement.Devices;

/// <summary>Finds a device by what CUDA calls it.</summary>
internal static class NvmlDevices
{
    /// <summary>The first device that <c>CUDA_VISIBLE_DEVICES</c> names, 0 where it names none.</summary>
    public static string FirstVisible()
    {
        string visible = Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES") ?? "";
        return visible.Split(',')[0].Trim() is { Length: > 0 } first ? first : "0";
    }

    /// <summary>A device as <c>CUDA_VISIBLE_DEVICES</c> names one: an index, or as much of a UUID as tells it from the others.</summary>
    /// <exception cref="NvmlException">There is none.</exception>
    public static nint FindVisible(NvmlLibrary library, string device)
    {
        bool isIndex = uint.TryParse(device, NumberStyles.None, CultureInfo.InvariantCulture, out uint index);
        int answer = isIndex ? library.FindByIndex(index, out nint found) : library.FindByUuid(device, out found);
        return answer == 0 || (!isIndex && (found = FindByPrefix(library, device)) != 0)
            ? found
            : throw new NvmlException($"the device '{device}' is not found: NVML answers {library.Explain(answer)}");
    }

    /// <summary>A device by the UUID that CUDA tells, of a partition (MIG) in the same form as of a device; 0 where NVML knows neither.</summary>
    public static nint Find(NvmlLibrary library, string? uuid) => uuid is null ? 0
        : library.FindByUuid(uuid, out nint found) == 0 || library.FindByUuid(uuid.Replace("GPU-", "MIG-", StringComparison.Ordinal), out found) == 0 ? found : 0;

    private static nint FindByPrefix(NvmlLibrary library, string prefix)
    {
        for (uint index = 0; index < library.CountDevices(); index++)
        {
            if (library.FindByIndex(index, out nint device) == 0 && library.UuidOf(device).StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return device;
            }
        }

        return 0;
    }
}
