using System.Diagnostics;
using Perf.Execution;
using Perf.Measurement;

namespace Perf.Builds;

/// <summary>The other commit's build, as the run names it.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Name">As a message names it: <c>base build 4f3c2a1</c>.</param>
/// <param name="Differences">The files that differ from the build under test; null where that is not asked.</param>
/// <param name="Natives">The native packages that differ, for which one process cannot hold both builds; asked for where something is measured.</param>
internal sealed record BaseBuild(string Folder, string Name, IReadOnlyList<string>? Differences, Lazy<IReadOnlyList<string>> Natives)
{
    /// <summary>What to do where its folder is of no use.</summary>
    public const string WhatToDo = "build the other commit's test project anew, and let PERF_BASE_BUILD name its output folder";

    private const int ShortHash = 7;

    /// <summary>Whether both builds do the same, so that nothing can have changed.</summary>
    public bool IsIdentical => Differences is { Count: 0 };

    /// <summary>Whether one process cannot hold both builds, so that each is measured in a worker of its own.</summary>
    /// <exception cref="DuetException">The builds cannot be compared at all.</exception>
    public bool IsApart => Natives.Value.Count > 0;

    /// <summary>The build, and where it ran, as a message names it.</summary>
    /// <exception cref="DuetException">The builds cannot be compared at all.</exception>
    public string Place => IsApart
        ? $"{Name}, in a process of its own by turns with this one's: native packages differ ({string.Join(", ", Natives.Value)})"
        : $"{Name}, run beside this one";

    /// <summary>The build in a folder that a setting names.</summary>
    /// <param name="folder">A path; a relative one counts from the working directory or from the source tree.</param>
    /// <param name="layout">The build under test.</param>
    /// <param name="isAlwaysMeasured">Whether equal builds are measured all the same.</param>
    /// <exception cref="MeasurementException">There is no such folder, or no such test assembly in it.</exception>
    public static BaseBuild Find(string folder, BuildLayout layout, bool isAlwaysMeasured)
    {
        string file = $"{layout.AssemblyName}.dll";
        string path = new[] { Path.GetFullPath(folder), Path.GetFullPath(folder, layout.Root) }.FirstOrDefault(Directory.Exists)
            ?? throw new MeasurementException($"PERF_BASE_BUILD: there is no folder {folder}: {WhatToDo}");
        string ofBase = Path.Combine(path, file);
        string ofHead = Path.Combine(layout.OutputFolder, file);
        return File.Exists(ofBase)
            ? new BaseBuild(
                path,
                NameOf(ofBase),
                isAlwaysMeasured ? null : FindDifferences(ofBase, ofHead),
                new Lazy<IReadOnlyList<string>>(() => FindNatives(ofBase, ofHead)))
            : throw new MeasurementException($"PERF_BASE_BUILD: there is no {file} in {path}: {WhatToDo}");
    }

    private static IReadOnlyList<string> FindDifferences(string ofBase, string ofHead)
    {
        IReadOnlySet<string> ofEqualPackages = new HashSet<string>();
        try
        {
            ofEqualPackages = BuildFiles.Of(ofBase).NativesOfEqualPackages(BuildFiles.Of(ofHead));
        }
        catch (DuetException)
        {
            // Whoever measures with it says what is wrong with it.
        }

        return BuildComparison.Differences(Path.GetDirectoryName(ofBase)!, Path.GetDirectoryName(ofHead)!, ofEqualPackages);
    }

    private static IReadOnlyList<string> FindNatives(string ofBase, string ofHead)
    {
        (BuildFiles before, BuildFiles now) = (BuildFiles.Of(ofBase), BuildFiles.Of(ofHead));
        SharedAssemblies.ThrowIfIncompatible(before, now);
        return SharedAssemblies.NativeDifferences(before, now);
    }

    // The SDK writes the commit behind the version: 1.0.0+4f3c2a1….
    private static string NameOf(string assembly)
    {
        string? version = FileVersionInfo.GetVersionInfo(assembly).ProductVersion;
        int plus = version?.IndexOf('+', StringComparison.Ordinal) ?? -1;
        string commit = plus < 0 ? "" : version![(plus + 1)..];
        return commit.Length == 0 ? "base build" : $"base build {commit[..Math.Min(ShortHash, commit.Length)]}";
    }
}
