namespace Perf.Package.Tests;

/// <summary>A folder outside of the repository in which projects restore what was packed.</summary>
/// <param name="Path">Where it lies.</param>
internal sealed record ConsumerFolder(string Path)
{
    public static ConsumerFolder Create(string name)
    {
        ConsumerFolder folder = new(Packed.NewFolder(name));
        folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Packed.Cache}" /></config>
              <packageSources><add key="perf" value="{Packed.Folder}" /></packageSources>
              <fallbackPackageFolders><add key="restored" value="{RestoredPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        foreach (string inherited in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            folder.Write(inherited, "<Project />");
        }

        return folder;
    }

    public void Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string RestoredPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
