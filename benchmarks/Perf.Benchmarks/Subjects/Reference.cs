namespace Perf.Benchmarks.Subjects;

/// <summary>What verdicts on subjects are made against.</summary>
internal enum Reference
{
    /// <summary>The base build.</summary>
    BaseBuild,

    /// <summary>A baseline file that names no build.</summary>
    FileAlone,

    /// <summary>A baseline file, and the build that it was recorded from where the file leaves a doubt.</summary>
    FileAndBuild,
}
