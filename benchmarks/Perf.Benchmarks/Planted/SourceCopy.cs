using System.Diagnostics;
using Perf.Benchmarks.Processes;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Planted;

/// <summary>A copy of the working tree, in which sources may be changed, and its build of the receipts suite.</summary>
/// <param name="Root">The root of the copy.</param>
internal sealed record SourceCopy(string Root)
{
    private const string Project = "tests/Perf.Regression";
    private const string KeptBuilds = ".perf";

    /// <summary>The folder of its build.</summary>
    public string Output => Path.Combine(Root, Project, "bin", "Release", "net10.0");

    /// <summary>The test assembly of its build.</summary>
    public string Assembly => Path.Combine(Output, "Perf.Regression.dll");

    /// <summary>The tests of its build.</summary>
    public BuiltTests Tests => new(Assembly);

    /// <summary>Whether it was built.</summary>
    public bool IsBuilt => File.Exists(Assembly);

    /// <summary>Copies what git knows of the current folder, or would add, as it lies here.</summary>
    public void Fill()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }

        foreach (string file in FilesOfTheRepository().Where(File.Exists))
        {
            string copy = Path.Combine(Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Builds the suite.</summary>
    /// <exception cref="InvalidOperationException">It does not build.</exception>
    public void Build() => DotnetProcess.OfTools.OutputOf(
        Root,
        "build", Project, "-c", "Release", "-v:q",
        $"-p:WeightsCache={Path.GetFullPath(".weights")}",

        // 400 MB of natives a build would otherwise be copied. What the subject changes of its copy of one it replaces.
        "-p:CreateHardLinksForCopyLocalIfPossible=true");

    /// <summary>Finds the builds that another copy has kept, as a checkout does in which both were built.</summary>
    public void ShareKeptBuilds(SourceCopy other)
    {
        string link = Path.Combine(Root, KeptBuilds);
        if (!Path.Exists(link))
        {
            Directory.CreateSymbolicLink(link, Path.Combine(other.Root, KeptBuilds));
        }
    }

    private static string[] FilesOfTheRepository()
    {
        using Process git = Process.Start(new ProcessStartInfo(
            "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
        })!;
        string files = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? files.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException("git does not tell the files: run this in the root of a checkout");
    }
}
