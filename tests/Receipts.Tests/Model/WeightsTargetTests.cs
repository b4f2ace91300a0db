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
        ProcessStartInfo start = new(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])["msbuild", Project(), $"-t:{target}", $"-p:WeightsCache={cache}", $"-p:IntermediateOutputPath={empty.Path}/", "-nologo", "-v:m", "-nr:false"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PATH"] = empty.Path;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string Project()
    {
        string relative = Path.Combine("src", "Receipts", "Receipts.csproj");
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, relative)))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, relative);
    }
}
