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
            JsonElement libraries = deps.RootElement.GetProperty("libraries");
            string target = deps.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            return new BuildFiles(
                folder,
                deps.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject()
                    .Select(entry => BuildPackage.Of(entry, libraries))
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
    /// types cross the border: one process holds only one copy of such a file. What is built from sources is not among them,
    /// whatever it calls: that is what a commit changes, and each build runs its own.
    /// </summary>
    public IReadOnlySet<string> NativeBound()
    {
        HashSet<string> natives = Stems(Packages.Values.SelectMany(package => package.Natives));
        HashSet<string> bound = new(StringComparer.OrdinalIgnoreCase);
        foreach (BuildPackage package in Packages.Values.Where(package => !package.IsOwn && CallsOf(package).Overlaps(natives)))
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

    /// <summary>The packages with a native file that is called from what is built from sources.</summary>
    public IReadOnlySet<string> CalledFromSources()
    {
        HashSet<string> calls = new(Packages.Values.Where(package => package.IsOwn).SelectMany(CallsOf), StringComparer.OrdinalIgnoreCase);
        return Packages.Values.Where(package => Stems(package.Natives).Overlaps(calls))
            .Select(package => package.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The native files, by their paths in the output, that both builds have of the very same package.</summary>
    public IReadOnlySet<string> NativesOfEqualPackages(BuildFiles other) => Packages.Values
        .Where(package => package.Hash is { } hash && other.Packages.TryGetValue(package.Name, out BuildPackage? its) && its.Hash == hash)
        .SelectMany(package => package.Natives)
        .SelectMany(path => (string[])[Path.Combine(path.Split('/')), .. IsTheOnly(Path.GetFileName(path)) ? [Path.GetFileName(path)] : (string[])[]])
        .ToHashSet(StringComparer.Ordinal);

    // A build for one runtime has natives beside its assemblies: a name that several packages have says nothing there.
    private bool IsTheOnly(string name) => Packages.Values.Count(package =>
        package.Natives.Concat(package.Assemblies).Any(path => Path.GetFileName(path) == name)) == 1;

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

    private HashSet<string> CallsOf(BuildPackage package) => Stems(package.Assemblies.SelectMany(NativeNames));

    private static HashSet<string> Stems(IEnumerable<string> files) =>
        new(files.Select(path => Stem(Path.GetFileName(path))), StringComparer.OrdinalIgnoreCase);

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
