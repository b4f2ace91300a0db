using System.Text.Json;

namespace Perf.Execution;

/// <summary>The packages of a build that carry native code: another libtorch is another subject.</summary>
internal static class NativePackages
{
    /// <summary><c>name version</c> of each, in order; none where the build has no <c>deps.json</c>.</summary>
    public static IReadOnlyList<string> Of(BuildLayout layout)
    {
        string path = Path.Combine(layout.OutputFolder, $"{layout.AssemblyName}.deps.json");
        if (!File.Exists(path))
        {
            return [];
        }

        using JsonDocument deps = JsonDocument.Parse(File.ReadAllBytes(path));
        string target = deps.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        return [.. deps.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject()
            .Where(package => CarriesNativeCode(package.Value))
            .Select(package => package.Name.Replace('/', ' '))
            .Order(StringComparer.Ordinal)];
    }

    private static bool CarriesNativeCode(JsonElement package) =>
        package.TryGetProperty("native", out _)
        || (package.TryGetProperty("runtimeTargets", out JsonElement files)
            && files.EnumerateObject().Any(file => file.Value.GetProperty("assetType").GetString() == "native"));
}
