using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Perf.Tests.Architecture;

/// <summary>An assembly of this repository, as it was built.</summary>
internal static class CompiledAssembly
{
    /// <summary>
    /// The build of a project under <c>src</c>: the copy beside these tests, else its own latest; null when not built.
    /// </summary>
    public static string? Find(string project)
    {
        string beside = Path.Combine(AppContext.BaseDirectory, $"{project}.dll");
        if (File.Exists(beside))
        {
            return beside;
        }

        string output = Path.Combine(Repository.Root, "src", project, "bin");
        return Directory.Exists(output)
            ? Directory.EnumerateFiles(output, $"{project}.dll", SearchOption.AllDirectories)
                .MaxBy(File.GetLastWriteTimeUtc)
            : null;
    }

    /// <summary>The assemblies that it refers to, without those of .NET itself.</summary>
    public static IReadOnlyList<string> References(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => !IsOfDotNet(name))
            .Order(StringComparer.Ordinal)];
    }

    private static bool IsOfDotNet(string name) =>
        name is "netstandard" or "mscorlib" or "System"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
