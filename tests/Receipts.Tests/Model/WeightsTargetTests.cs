using System.Diagnostics;
using NUnit.Framework;
using Shouldly;

namespace Receipts.Tests.Model;

/// <summary>What the build says where the weights cannot be had.</summary>
[Platform("Linux")]
public sealed class WeightsTargetTests
{
    [Test]
    public void WithoutNpmTheBuildStopsWithOneLineThatSaysWhatToPutWhere()
    {
        using TemporaryFolder cache = new();

        (int exitCode, string output) = Build("FetchWeights", cache.Path);

        exitCode.ShouldNotBe(0);
        string line = output.Split('\n').Where(text => text.Contains(": error ", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain("RECEIPTS001");
        line.ShouldContain($"put ch_PP-OCRv4_det_infer.onnx");
        line.ShouldContain(cache.Path);
        Directory.GetFileSystemEntries(cache.Path).ShouldBeEmpty();
    }

    [Test]
    public void AFilePutThereByHandThatIsNotThePublishedOneIsRefused()
    {
        using TemporaryFolder cache = new();
        cache.Write("ch_PP-OCRv4_det_infer.onnx", "not the weights");

        (int exitCode, string output) = Build("CheckWeights", cache.Path);

        exitCode.ShouldNotBe(0);
        output.ShouldContain("RECEIPTS003");
    }

    private static (int ExitCode, string Output) Build(string target, string cache)
    {
        // A shell, which the build needs, and no npm.
        using TemporaryFolder empty = new();
        File.CreateSymbolicLink(empty.File("sh"), "/bin/sh");
        ProcessStartInfo start = Dotnet.With(
            "msbuild", Dotnet.InRepository("src", "Receipts", "Receipts.csproj"), $"-t:{target}", $"-p:WeightsCache={cache}", $"-p:IntermediateOutputPath={empty.Path}/", "-nologo", "-v:m", "-nr:false");
        start.Environment["PATH"] = empty.Path;
        (int exitCode, string output, string error) = Dotnet.Run(start);
        return (exitCode, output + error);
    }
}
