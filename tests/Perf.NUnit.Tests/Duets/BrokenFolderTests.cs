using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>A base build that is none is one clear error that says what to do.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BrokenFolderTests
{
    private const string Dll = $"{DuetBuilds.Assembly}.dll";

    [Test]
    public void AFolderThatIsNotThereIsNamed() => Message("/nowhere/to/be/found").ShouldContain("there is no folder /nowhere/to/be/found");

    [Test]
    public void AFolderWithoutTheTestAssemblyIsNamed() =>
        Message(Broken(folder => File.Delete(Path.Combine(folder, Dll)))).ShouldContain($"there is no {Dll} in");

    [Test]
    public void ATruncatedTestAssemblyIsNamed() =>
        Message(Broken(folder => Truncate(Path.Combine(folder, Dll)))).ShouldContain($"{Dll} is no assembly (truncated, or still being written?)");

    [Test]
    public void ATruncatedAssemblyThatTheTestsNeedIsNamed() =>
        Message(Broken(folder => Truncate(Path.Combine(folder, "YamlDotNet.dll")))).ShouldContain("YamlDotNet.dll is no assembly");

    [Test]
    public void AFolderWithoutDependenciesFileIsNoOutputOfATestProject()
    {
        string message = Message(Broken(folder => File.Delete(Path.Combine(folder, $"{DuetBuilds.Assembly}.deps.json"))));

        message.ShouldContain("is not the output folder of a test project");
        message.ShouldContain("deps.json");
    }

    private static string Message(string folder)
    {
        TrxResult result = DuetRun.Beside(folder, "FullyQualifiedName~AllocatesAsMuch").Test("AllocatesAsMuch");
        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain("PERF_BASE_BUILD");
        result.Message.ShouldContain("build the other commit's test project anew");
        result.Message.ShouldNotContain("Exception");
        return result.Message;
    }

    private static string Broken(Action<string> broken)
    {
        string folder = DuetBuilds.CopyOfBase();
        broken(folder);
        return folder;
    }

    private static void Truncate(string path)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength(file.Length / 3);
    }
}
