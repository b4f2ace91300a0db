using System.Diagnostics;
using System.Text.Json;
using NUnit.Framework;
using Shouldly;

namespace Receipts.Tests.Native;

/// <summary>Which libtorch a build takes, and where it puts it, as MSBuild itself evaluates the projects.</summary>
[Platform("Linux")]
public sealed class LibtorchBuildTests
{
    private const string Cuda = "-p:Accelerator=cuda";

    private static readonly string[] CpuPackages = ["TorchSharp", "libtorch-cpu-linux-x64"];
    private static readonly string Receipts = Dotnet.InRepository("src", "Receipts", "Receipts.csproj");
    private static readonly string Suite = Dotnet.InRepository("tests", "Perf.Regression", "Perf.Regression.csproj");

    [Test]
    public void ABuildTakesTheLibtorchOfItsAccelerator()
    {
        Evaluation cpu = Evaluate(Receipts);
        Evaluation cuda = Evaluate(Receipts, Cuda);

        cpu.TorchPackages.ShouldBe(CpuPackages, ignoreOrder: true);
        cuda.TorchPackages.ShouldBe(["TorchSharp", "TorchSharp-cuda-linux"], ignoreOrder: true);
        Evaluate(Receipts, "-p:Accelerator=cpu").ShouldBeEquivalentTo(cpu);
        cpu.LockFile.ShouldBeEmpty();
        cuda.LockFile.ShouldBe("packages.cuda.lock.json");
        cuda.IsLocked.ShouldBeTrue();
        cpu.Output.ShouldContain("/Receipts/bin/Release/");
        cuda.Output.ShouldContain("/Receipts/bin/cuda/Release/");
        cpu.Intermediate.ShouldStartWith("obj/Release/");
        cuda.Intermediate.ShouldStartWith("obj/cuda/Release/");
    }

    [TestCase("/opt/torch/lib", "-p:Accelerator=cpu", "libtorch-home")]
    [TestCase("/opt/torch/lib", Cuda, "cuda-libtorch-home")]
    public void ABuildForAnInstalledLibtorchTakesNone(string home, string accelerator, string folder)
    {
        Evaluation installed = EvaluateWith(home, Receipts, accelerator);

        installed.TorchPackages.ShouldBe(["TorchSharp"]);
        installed.IsLocked.ShouldBeFalse();
        installed.Output.ShouldContain($"/Receipts/bin/{folder}/Release/");
        installed.Intermediate.ShouldStartWith($"obj/{folder}/Release/");
    }

    [Test]
    public void TheSuiteOfABuildForCudaIsJudgedAsOneOnAGpu()
    {
        Evaluation cpu = Evaluate(Suite);
        Evaluation cuda = Evaluate(Suite, Cuda);

        (cpu.Environment, cuda.Environment).ShouldBe(("cpu", "gpu"));
        (cpu.Options, cuda.Options).ShouldBe((string.Empty, Cuda), "a failure says how it is run again");
        (cpu.LockFile, cuda.LockFile).ShouldBe((string.Empty, "packages.cuda.lock.json"));
        cpu.Output.ShouldContain("/Perf.Regression/bin/Release/");
        cuda.Output.ShouldContain("/Perf.Regression/bin/cuda/Release/");
    }

    [Test]
    public void ARestoreForCudaConcernsTheProjectsThatTakeLibtorchAlone()
    {
        using TemporaryFolder folder = new();
        string graph = folder.File("graph.json");
        (int exitCode, string output, _) = Run(home: null, Suite, "-t:GenerateRestoreGraphFile", $"-p:RestoreGraphOutputPath={graph}", Cuda, "-v:q");
        (exitCode, output.Trim()).ShouldBe((0, string.Empty));

        using JsonDocument read = JsonDocument.Parse(File.ReadAllBytes(graph));
        JsonProperty[] projects = [.. read.RootElement.GetProperty("projects").EnumerateObject()];
        string[] ofCuda = [.. projects
            .Where(project => project.Value.GetProperty("restore").GetProperty("outputPath").GetString()!.TrimEnd('/').EndsWith("/obj/cuda", StringComparison.Ordinal))
            .Select(project => Path.GetFileName(project.Name))];
        string[] locked = [.. projects
            .Where(project => project.Value.GetProperty("restore").GetProperty("restoreLockProperties").TryGetProperty("nuGetLockFilePath", out JsonElement file) && file.GetString()!.EndsWith("packages.cuda.lock.json", StringComparison.Ordinal))
            .Select(project => Path.GetFileName(project.Name))];

        ofCuda.ShouldBe(["Receipts.csproj", "Perf.Regression.csproj"], ignoreOrder: true);
        locked.ShouldBe(ofCuda, ignoreOrder: true);
        projects.Select(project => Path.GetFileName(project.Name)).ShouldContain("Perf.NUnit.csproj");
        JsonElement packages = projects.Single(project => Path.GetFileName(project.Name) == "Receipts.csproj").Value
            .GetProperty("frameworks").GetProperty("net10.0").GetProperty("dependencies");
        packages.EnumerateObject().Select(package => package.Name).Where(IsOfTorch).ShouldBe(["TorchSharp", "TorchSharp-cuda-linux"], ignoreOrder: true);
    }

    [TestCase("RECEIPTS004: there is no accelerator 'rocm': set Accelerator to cuda or cpu, or leave it out", null, "-p:Accelerator=rocm")]
    [TestCase("RECEIPTS005: CUDA is for linux-x64, and this is win-x64: build there, or leave Accelerator out", null, Cuda, "-p:NETCoreSdkPortableRuntimeIdentifier=win-x64")]
    [TestCase("RECEIPTS006: LIBTORCH_HOME is for linux-x64, and this is osx-arm64: build there, or unset it", "/opt/torch/lib", "-p:NETCoreSdkPortableRuntimeIdentifier=osx-arm64")]
    public void WhatCannotBeBuiltIsOneErrorBeforeAnythingIsFetched(string expected, string? home, params string[] properties)
    {
        // Nothing may be written where the plain build has its files, even if the check should fail.
        using TemporaryFolder folder = new();
        (int exitCode, string output, _) = Run(
            home, [Receipts, "-t:Restore", .. properties, $"-p:MSBuildProjectExtensionsPath={folder.Path}/", $"-p:RestorePackagesPath={folder.Path}", "-p:RestoreSources=nowhere", "-v:m"]);

        exitCode.ShouldNotBe(0);
        output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain($": error {expected} [");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    private static Evaluation Evaluate(string project, params string[] properties) => EvaluateWith(home: null, project, properties);

    private static Evaluation EvaluateWith(string? home, string project, params string[] properties)
    {
        (int exitCode, string output, string error) = Run(
            home,
            [
                project, "-p:Configuration=Release", .. properties, "-getItem:PackageReference", "-getProperty:NuGetLockFilePath", "-getProperty:RestorePackagesWithLockFile",
                "-getProperty:TargetPath", "-getProperty:IntermediateOutputPath", "-getProperty:PerfEnvironment",
                "-getProperty:PerfBuildOptions",
            ]);
        (exitCode, error).ShouldBe((0, string.Empty));
        using JsonDocument read = JsonDocument.Parse(output);
        JsonElement values = read.RootElement.GetProperty("Properties");
        return new Evaluation(
            [.. read.RootElement.GetProperty("Items").GetProperty("PackageReference").EnumerateArray()
                .Select(package => package.GetProperty("Identity").GetString()!).Where(IsOfTorch)],
            Value("NuGetLockFilePath"),
            Value("RestorePackagesWithLockFile") == "true",
            Value("TargetPath"),
            Value("IntermediateOutputPath"),
            Value("PerfEnvironment"),
            Value("PerfBuildOptions"));

        string Value(string name) => values.GetProperty(name).GetString()!.Replace('\\', '/');
    }

    private static (int ExitCode, string Output, string Error) Run(string? home, params string[] arguments)
    {
        ProcessStartInfo start = Dotnet.With(["msbuild", .. arguments, "-nologo", "-nr:false"]);
        start.Environment["LIBTORCH_HOME"] = home;

        // What the environment says of these, in letters of any case, would be taken for a property.
        foreach (string name in start.Environment.Keys.Where(name => name.ToUpperInvariant() is "ACCELERATOR" or "PERFENVIRONMENT").ToArray())
        {
            start.Environment.Remove(name);
        }

        return Dotnet.Run(start);
    }

    private static bool IsOfTorch(string package) => package.Contains("torch", StringComparison.OrdinalIgnoreCase);

    private sealed record Evaluation(
        string[] TorchPackages, string LockFile, bool IsLocked, string Output, string Intermediate, string Environment, string Options);
}
