using System.Xml.Linq;

namespace Perf.Tests.Architecture;

/// <summary>A project of this repository, as its file says.</summary>
/// <param name="Path">Relative to the repository's root, with slashes.</param>
/// <param name="Projects">Paths of the projects that it refers to, relative to the root, with slashes.</param>
/// <param name="Packages">Packages that its users get too: those for the build alone are not among them.</param>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IEnumerable<string> ProjectNames =>
        Projects.Select(path => System.IO.Path.GetFileNameWithoutExtension(path));

    /// <summary>Every project below the given folders of the repository; a folder that is not there has none.</summary>
    public static IReadOnlyList<ProjectFile> Below(params IEnumerable<string> folders) =>
    [
        .. folders.Select(folder => System.IO.Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(path, File.ReadAllText(path))),
    ];

    /// <summary>Reads a project.</summary>
    /// <param name="path">Its whole path: references are relative to it.</param>
    /// <param name="text">Its text.</param>
    public static ProjectFile Parse(string path, string text)
    {
        XDocument project = XDocument.Parse(text);
        string folder = System.IO.Path.GetDirectoryName(path)!;
        return new ProjectFile(
            Repository.Show(path),
            [.. Included("ProjectReference").Select(reference =>
                Repository.Show(System.IO.Path.GetFullPath(reference.Replace('\\', '/'), folder)))],
            [.. Included("PackageReference")]);

        IEnumerable<string> Included(string element) => project.Descendants(element)
            .Where(reference => (string?)reference.Attribute("PrivateAssets") != "all")
            .Select(reference => (string?)reference.Attribute("Include"))
            .OfType<string>();
    }
}
