using Perf.Tool.Baselines;
using Perf.Tool.Builds;

namespace Perf.Tool.TestAssemblies;

/// <summary>The test assemblies that use a folder of baselines, as they were built last.</summary>
/// <param name="Assemblies">Those that are built.</param>
/// <param name="Environments">The environments that they are built for.</param>
/// <param name="NotBuilt">Projects that are not, as a reader names them.</param>
internal sealed record BuiltTests(IReadOnlyList<TestAssembly> Assemblies, IReadOnlySet<string> Environments, IReadOnlyList<string> NotBuilt)
{
    /// <summary>The assemblies of the projects beside or below the folder that use it.</summary>
    /// <param name="baselines">The folder of baselines.</param>
    /// <param name="project">The only project to look at; null for all.</param>
    /// <param name="configuration">The build configuration.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<BuiltTests> Of(
        BaselineFolder baselines, TestProject? project, string configuration, CancellationToken cancellation)
    {
        TestProject[] projects = project is null ? [.. TestProject.Below(baselines.Root)] : [project];
        ProjectLayout[] layouts = new ProjectLayout[projects.Length];
        await Parallel.ForAsync(0, projects.Length, cancellation, async (index, stop) => layouts[index] = await projects[index].Layout(configuration, stop));
        (TestProject Project, ProjectLayout Layout)[] users = [.. projects.Zip(layouts).Where(one => Uses(one.First, one.Second, baselines))];
        return new BuiltTests(
            [.. users.Where(user => File.Exists(user.Layout.Assembly)).Select(user => TestAssembly.Read(user.Layout.Assembly))],
            users.Select(user => user.Layout.Environment).ToHashSet(),
            [.. users.Where(user => !File.Exists(user.Layout.Assembly)).Select(user => Path.GetRelativePath(Directory.GetCurrentDirectory(), user.Project.Path))]);
    }

    // A project that is not restored does not tell: the nearest folder is taken for its own.
    private static bool Uses(TestProject project, ProjectLayout layout, BaselineFolder baselines)
    {
        string? folder = layout.Baselines is not null || layout.IsRestored
            ? layout.Baselines
            : BaselineFolder.TryFind(Path.GetDirectoryName(project.Path)!)?.Path;
        return folder is not null && Path.TrimEndingDirectorySeparator(folder) == baselines.Path;
    }

    /// <summary>Whether all of them are known, so that what none of them has is gone.</summary>
    public bool IsComplete => NotBuilt.Count == 0 && Assemblies.Count > 0;

    /// <summary>The method of a test; null where none is known.</summary>
    public TestMethod? Find(string test) => Assemblies.Select(assembly => assembly.Find(test)).FirstOrDefault(method => method is not null);

    /// <summary>Whether one of them has the test, or may have it.</summary>
    public bool MayHave(string test) => Assemblies.Any(assembly => assembly.MayHave(test));

    /// <summary>Whether one of them has the namespace of a test.</summary>
    public bool HasNamespaceOf(string test) => Assemblies.Any(assembly => assembly.HasNamespaceOf(test));
}
