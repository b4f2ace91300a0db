using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Perf.Builds;

/// <summary>A build's output folder: its packages by <c>deps.json</c>, its framework by <c>runtimeconfig.json</c>.</summary>
internal sealed class BuildFiles
{
    private readonly string _folder;

    private BuildFiles(string folder, IReadOnlyDictionary<string, BuildPackage> packages, string framework)
    {
        _folder = folder;
        Packages = packages;
        Framework = framework;
    }

    public IReadOnlyDictionary<string, BuildPackage> Packages { get; }

    /// <summary><c>net10.0</c>.</summary>
    public string Framework { get; }

    /// <summary>Reads the files beside a test assembly.</summary>
    /// <exception cref="DuetException">They are missing or broken: the folder is no output of a test project.</exception>
    public static BuildFiles Of(string testAssembly)
    {
        string folder = Path.GetDirectoryName(testAssembly)!;
        try
        {
            using JsonDocument deps = Read(Path.ChangeExtension(testAssembly, ".deps.json"));
            using JsonDocument runtime = Read(Path.ChangeExtension(testAssembly, ".runtimeconfig.json"));
            string target = deps.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            return new BuildFiles(
                folder,
                deps.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject()
                    .Select(BuildPackage.Of)
                    .ToDictionary(package => package.Name, StringComparer.OrdinalIgnoreCase),
                runtime.RootElement.GetProperty("runtimeOptions").GetProperty("tfm").GetString()!);
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or ArgumentException
            or InvalidOperationException or UnauthorizedAccessException)
        {
            throw new DuetException(
                $"{folder} is not the output folder of a test project: {e.Message.TrimEnd('.')}; {BaseBuild.WhatToDo}", e);
        }
    }

    /// <summary>
    /// The packages with an assembly that calls into a native file that the build carries, and all that they need, since their
    /// types cross the border: one process holds only one copy of such a file.
    /// </summary>
    public IReadOnlySet<string> NativeBound()
    {
        HashSet<string> natives = new(
            Packages.Values.SelectMany(package => package.Natives).Select(path => Stem(Path.GetFileName(path))),
            StringComparer.OrdinalIgnoreCase);
        HashSet<string> bound = new(StringComparer.OrdinalIgnoreCase);
        foreach (BuildPackage package in Packages.Values
            .Where(package => package.Assemblies.SelectMany(NativeNames).Any(name => natives.Contains(Stem(name)))))
        {
            Add(package.Name);
        }

        return bound;

        void Add(string name)
        {
            if (Packages.TryGetValue(name, out BuildPackage? package) && bound.Add(name))
            {
                foreach (string needed in package.Needs)
                {
                    Add(needed);
                }
            }
        }
    }

    /// <summary>The version of an assembly of the output; null where it has none such.</summary>
    public Version? VersionOf(string assembly)
    {
        string path = Path.Combine(_folder, $"{assembly}.dll");
        try
        {
            return File.Exists(path) ? AssemblyName.GetAssemblyName(path).Version : null;
        }
        catch (BadImageFormatException e)
        {
            throw NoAssembly(path, e);
        }
    }

    private static DuetException NoAssembly(string path, Exception e) =>
        new($"{path} is no assembly (truncated, or still being written?); {BaseBuild.WhatToDo}", e);

    private static JsonDocument Read(string path) => JsonDocument.Parse(File.ReadAllBytes(path));

    // libskia.so.3, skia.dll and libskia.dylib are meant by one name.
    private static string Stem(string file)
    {
        int so = file.IndexOf(".so", StringComparison.Ordinal);
        string name = so > 0 ? file[..so] : Path.GetExtension(file) is ".dll" or ".dylib" ? Path.GetFileNameWithoutExtension(file) : file;
        return name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
    }

    // What an assembly declares to call by P/Invoke.
    private string[] NativeNames(string assembly)
    {
        string path = Path.Combine(_folder, Path.GetFileName(assembly));
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using PEReader file = new(File.OpenRead(path));
            if (!file.HasMetadata)
            {
                return [];
            }

            MetadataReader metadata = file.GetMetadataReader();
            return [.. Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.ModuleRef))
                .Select(row => metadata.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)))
                .Select(module => metadata.GetString(module.Name))];
        }
        catch (BadImageFormatException e)
        {
            throw NoAssembly(path, e);
        }
    }
}

/// <summary>A package or project in a build.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Assemblies">Its managed files.</param>
/// <param name="Natives">Its native files.</param>
/// <param name="Needs">The packages that it needs.</param>
internal sealed record BuildPackage(
    string Name, string Version, IReadOnlyList<string> Assemblies, IReadOnlyList<string> Natives, IReadOnlyList<string> Needs)
{
    /// <summary>Reads an entry of <c>deps.json</c>.</summary>
    public static BuildPackage Of(JsonProperty entry)
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
            [.. Names(entry.Value, "dependencies")]);
    }

    private static IEnumerable<string> Names(JsonElement package, string kind) =>
        package.TryGetProperty(kind, out JsonElement files) ? files.EnumerateObject().Select(file => file.Name) : [];
}
