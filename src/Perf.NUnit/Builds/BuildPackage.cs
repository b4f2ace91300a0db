using System.Text.Json;

namespace Perf.Builds;

/// <summary>A package or project in a build.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Assemblies">Its managed files.</param>
/// <param name="Natives">Its native files.</param>
/// <param name="Needs">The packages that it needs.</param>
/// <param name="Hash">The hash of the package; null of what is built from sources.</param>
/// <param name="IsOwn">Whether it is built from sources of the repository, and so what a commit changes.</param>
internal sealed record BuildPackage(
    string Name,
    string Version,
    IReadOnlyList<string> Assemblies,
    IReadOnlyList<string> Natives,
    IReadOnlyList<string> Needs,
    string? Hash,
    bool IsOwn)
{
    /// <summary>Reads an entry of <c>deps.json</c>.</summary>
    /// <param name="entry">What it has, of a target.</param>
    /// <param name="libraries">What each is.</param>
    public static BuildPackage Of(JsonProperty entry, JsonElement libraries)
    {
        string[] name = entry.Name.Split('/');

        // "native" in a build for one runtime, "runtimeTargets" in a portable one.
        ILookup<bool, string> targets = (entry.Value.TryGetProperty("runtimeTargets", out JsonElement files) ? files.EnumerateObject() : default)
            .ToLookup(file => file.Value.GetProperty("assetType").GetString() == "native", file => file.Name);
        return new BuildPackage(
            name[0],
            name.Length > 1 ? name[1] : "",
            [.. Names(entry.Value, "runtime"), .. targets[false]],
            [.. Names(entry.Value, "native"), .. targets[true]],
            [.. Names(entry.Value, "dependencies")],
            libraries.TryGetProperty(entry.Name, out JsonElement library)
                && library.TryGetProperty("sha512", out JsonElement hash) && hash.GetString() is { Length: > 0 } known ? known : null,
            !(library.ValueKind == JsonValueKind.Object && library.GetProperty("type").GetString() == "package"));
    }

    private static IEnumerable<string> Names(JsonElement package, string kind) =>
        package.TryGetProperty(kind, out JsonElement files) ? files.EnumerateObject().Select(file => file.Name) : [];
}
