using Perf.Files;

namespace Perf.Tool.Runs;

/// <summary>Finds the baseline file that a run was judged against.</summary>
internal static class RunBaseline
{
    /// <summary>The file; null where there is none of its name, or the run was judged against none.</summary>
    /// <remarks>
    /// A record names its baseline as seen from the folder above <c>baselines</c>: somewhere above the record, or above where the user is.
    /// </remarks>
    /// <param name="file">The run.</param>
    /// <param name="folder">Where the user is.</param>
    public static string? Find(RunFile file, string folder)
    {
        string name = file.Run.Baseline ?? "";
        string ofRun = Path.GetDirectoryName(Path.GetFullPath(file.Path, folder))!;
        return FoldersAbove.Of(ofRun).Concat(FoldersAbove.Of(folder)).Select(above => Path.Combine(above, name)).FirstOrDefault(File.Exists);
    }
}
