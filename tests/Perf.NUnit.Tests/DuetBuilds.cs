using System.Reflection;
using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests;

/// <summary>Two builds of the duet's data; what is not built with these tests is made once where a test asks for it, in a folder of its own.</summary>
[SetUpFixture]
public sealed class DuetBuilds
{
    public const string Assembly = "Perf.NUnit.DuetData";

    private const string NativeAssembly = "Perf.NUnit.NativeData";

    private static readonly string Folder = Directory.CreateTempSubdirectory("perf-duets-").FullName;

    private static readonly Lazy<string> OfHead = new(() => Build("head", "head", Assembly, mustRestore: false));

    /// <summary>Built with these tests.</summary>
    public static string Base { get; } = DotnetTest.BuildOf(Assembly);

    public static string Head => OfHead.Value;

    /// <summary>Two builds that bring other versions of a native library: the folder of the base, and the assembly of the head.</summary>
    internal static Lazy<(string Base, string Head)> Apart { get; } = new(() =>
    {
        string before = Build("base", "native-base", NativeAssembly, mustRestore: true);
        string now = Build("head", "native-head", NativeAssembly, mustRestore: true);
        return (before, Path.Combine(now, $"{NativeAssembly}.dll"));
    });

    /// <summary>What both copies of the tests noted in the run of all shapes.</summary>
    internal static Lazy<DuetRun> Everyday { get; } = new(() => DuetRun.Of(
        "FullyQualifiedName~ChangedFixture|FullyQualifiedName~ObservableFixture|FullyQualifiedName~Shape|FullyQualifiedName~Once|FullyQualifiedName~ChattyFixture"));

    /// <summary>A further build of the head, made where it is asked for.</summary>
    public static string BuildForTestingPlatform() =>
        Build("head", "platform", Assembly, mustRestore: false, "-p:EnableNUnitRunner=true");

    /// <summary>A copy of the base build, to be broken.</summary>
    public static string CopyOfBase() => Copy(Base);

    /// <summary>A copy of a build, gone after the last test. As deep as the others: where their baselines are they know relative to themselves.</summary>
    internal static string Copy(string build)
    {
        string copy = Directory.CreateDirectory(Path.Combine(Folder, Guid.NewGuid().ToString("N"), "bin")).FullName;
        foreach (string file in Directory.EnumerateFiles(build))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(Folder, recursive: true);

    // What it refers to has just been built, with the tests themselves; so was this, with all rules of the compiler.
    private static string Build(string side, string folder, string project, bool mustRestore, params string[] properties)
    {
        string configuration = typeof(DuetBuilds).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        (int exitCode, string output) = Dotnet.Run(
            Folder,
            [
                "build", DotnetTest.Project(project), "-c", configuration, "--no-dependencies", "-v:q", "-nologo",
                .. mustRestore ? (string[])[] : ["--no-restore"],
                "-p:RunAnalyzers=false", $"-p:Side={side}", $"-p:SideFolder={Path.Combine(Folder, folder)}", .. properties,
            ]);
        exitCode.ShouldBe(0, output);
        return Path.Combine(Folder, folder, "bin");
    }
}
