using Perf.Benchmarks.Processes;

namespace Perf.Benchmarks.Subjects;

/// <summary>The builds of the subjects, one a level of extra work, made once and kept.</summary>
/// <param name="Folder">Where they are kept.</param>
internal sealed record SubjectBuilds(string Folder)
{
    public const string Assembly = "Perf.Benchmarks.Duets.dll";

    private const string Project = "benchmarks/Perf.Benchmarks.Duets";

    /// <summary>The folder of the build that the others are compared with.</summary>
    public string Base => Path.Combine(Folder, "base");

    /// <summary>The folder of a build that does more.</summary>
    public string Head(int extraWorkPercent) => Path.Combine(Folder, $"head-{extraWorkPercent}");

    /// <summary>The tests of a build.</summary>
    /// <param name="build">Its folder.</param>
    public static BuiltTests Tests(string build) => new(Path.Combine(build, Assembly));

    /// <summary>Makes those that are missing, all of them before the first is needed: of the same sources.</summary>
    public void Make(IEnumerable<int> levels)
    {
        Make(Base, 0);
        foreach (int level in levels)
        {
            Make(Head(level), level);
        }
    }

    private static void Make(string output, int extraWorkPercent)
    {
        if (!File.Exists(Path.Combine(output, Assembly)))
        {
            // 400 MB of natives a build would otherwise be copied.
            DotnetProcess.OfTools.OutputOf(
                Directory.GetCurrentDirectory(),
                "build", Project, "-c", "Release", "-v:q",
                $"-p:ExtraWorkPercent={extraWorkPercent}", $"-p:DuetOutput={output}",
                "-p:CreateHardLinksForCopyLocalIfPossible=true");
        }
    }
}
