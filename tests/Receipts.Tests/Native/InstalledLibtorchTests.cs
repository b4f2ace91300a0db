using System.Diagnostics;
using NUnit.Framework;
using Receipts.CommandLine;
using Receipts.Images;
using Receipts.Native;
using Shouldly;

namespace Receipts.Tests.Native;

/// <summary>The real program with a libtorch that lies elsewhere; which files it loads the loader itself says.</summary>
[Platform("Linux")]
public sealed class InstalledLibtorchTests
{
    private static readonly string[] PackagedFiles = ["libtorch_cpu.so", "libc10.so", "libtorch.so"];

    private TemporaryFolder _folder = null!;
    private string _home = null!;
    private string _bare = null!;
    private string _image = null!;

    [OneTimeSetUp]
    public void MakeFolders()
    {
        _folder = new TemporaryFolder();
        _home = Directory.CreateDirectory(_folder.File("torch/lib")).FullName;
        LibtorchFolder.CopyTo(_home);
        _bare = Directory.CreateDirectory(_folder.File("bare")).FullName;
        CopyApplicationWithoutLibtorch(_bare);
        _image = _folder.Write("receipt.jpg", SyntheticReceipts.Create(new SyntheticOptions { Count = 1 })[0].Encoded.Span);
    }

    [OneTimeTearDown]
    public void RemoveFolders() => _folder.Dispose();

    [Test]
    public void ItIsTheOnlyOneInTheProcessThoughAnotherLiesBesideTheApplication()
    {
        RequirePackaged();
        Detection ordinary = Detect(AppContext.BaseDirectory, home: null);
        Detection installed = Detect(AppContext.BaseDirectory, _home);

        (ordinary.ExitCode, ordinary.Error).ShouldBe((ExitCode.Success, string.Empty));
        ordinary.Libraries.ShouldBe(PackagedFiles.Select(name => Path.Combine(LibtorchFolder.InUse, name)), ignoreOrder: true);
        (installed.ExitCode, installed.Error).ShouldBe((ExitCode.Success, string.Empty));
        installed.Libraries.ShouldBe(PackagedFiles.Select(name => Path.Combine(_home, name)), ignoreOrder: true);
        installed.Output.ShouldBe(ordinary.Output);
        installed.Drawn.ShouldBe(ordinary.Drawn);
    }

    [Test]
    public void ItIsEnoughWhereTheApplicationShipsNone()
    {
        string link = File.CreateSymbolicLink(_folder.File("link"), _home).FullName;
        Detection here = Detect(AppContext.BaseDirectory, LibtorchHome.FromEnvironment()?.Folder);
        Detection installed = Detect(_bare, link);

        (installed.ExitCode, installed.Error).ShouldBe((ExitCode.Success, string.Empty));
        installed.Libraries.ShouldBe(PackagedFiles.Select(name => Path.Combine(link, name)), ignoreOrder: true);
        installed.Output.ShouldBe(here.Output);
        installed.Drawn.ShouldBe(here.Drawn);
    }

    [Test]
    public void AnApplicationThatShipsNoneSaysWhatToSet()
    {
        Detection none = Detect(_bare, home: null);

        none.ExitCode.ShouldBe(ExitCode.Misuse);
        none.Error.ShouldStartWith($"{_bare}/ holds no libtorch_cpu.so: this build ships no libtorch");
        none.Error.ShouldContain("set LIBTORCH_HOME to the folder of one");
        none.Error.TrimEnd().ShouldNotContain('\n');
    }

    [Test]
    public void AskedForCudaItSaysThatItHasNone()
    {
        Detection cuda = Detect(_bare, _home, "--device", "Cuda");

        cuda.ExitCode.ShouldBe(ExitCode.Misuse);
        cuda.Error.ShouldStartWith($"--device Cuda: LIBTORCH_HOME={_home}: CUDA is not available: libtorch_cuda.so is not there");
    }

    [Test]
    public void ItsPartForCudaIsLoadedToo()
    {
        // A small library that needs libtorch_cpu, as the real ones do.
        string home = Directory.CreateDirectory(_folder.File("cuda")).FullName;
        string[] cuda = ["libc10_cuda.so", "libtorch_cuda.so"];
        foreach (string path in Directory.GetFiles(_home).Concat(cuda.Select(MakeCopy)))
        {
            File.CreateSymbolicLink(Path.Combine(home, Path.GetFileName(path)), path);
        }

        Detection detection = Detect(_bare, home, "--device", "Cuda");

        detection.ExitCode.ShouldBe(ExitCode.Misuse);
        detection.Error.ShouldStartWith($"--device Cuda: LIBTORCH_HOME={home}: CUDA is not available: this libtorch has it, and found no NVIDIA GPU");
        detection.Libraries.ShouldBe(LibtorchHome.Of(home).Libraries);

        string MakeCopy(string name)
        {
            string copy = _folder.File(name);
            File.Copy(Path.Combine(_home, "libtorch.so"), copy);
            return copy;
        }
    }

    [Test]
    public void OneWithoutCudaIsRefusedByABuildThatShipsCuda()
    {
        string packaged = Path.Combine(_bare, "runtimes", "linux-x64", "native", "libtorch_cuda.so");
        File.Copy(Path.Combine(_home, "libtorch.so"), packaged);
        try
        {
            Detection detection = Detect(_bare, _home);

            detection.ExitCode.ShouldBe(ExitCode.Misuse);
            detection.Error.ShouldStartWith($"LIBTORCH_HOME={_home}: it has no libtorch_cuda.so, and {packaged} does not fit onto it; name a libtorch with CUDA, or build with LIBTORCH_HOME set");
            detection.Libraries.ShouldBeEmpty();
        }
        finally
        {
            File.Delete(packaged);
        }
    }

    [Test]
    public void ALibraryThatCannotBeLoadedIsNamedWithTheLoadersReason()
    {
        string incomplete = Directory.CreateDirectory(_folder.File("incomplete")).FullName;
        foreach (string name in PackagedFiles)
        {
            File.CreateSymbolicLink(Path.Combine(incomplete, name), Path.Combine(_home, name));
        }

        // libtorch_cpu needs libgomp, which it looks for beside itself.
        Detection detection = Detect(_bare, incomplete);

        detection.ExitCode.ShouldBe(ExitCode.Misuse);
        detection.Error.ShouldStartWith($"LIBTORCH_HOME={incomplete}: {incomplete}/libtorch_cpu.so cannot be loaded: libgomp");
        detection.Error.TrimEnd().ShouldNotContain('\n');
    }

    private static void RequirePackaged()
    {
        if (LibtorchHome.FromEnvironment() is not null)
        {
            Assert.Ignore("LIBTORCH_HOME is set: the tests run without the packaged libtorch");
        }
    }

    private static void CopyApplicationWithoutLibtorch(string folder)
    {
        foreach (string path in Directory.GetFiles(AppContext.BaseDirectory).Where(path => Path.GetExtension(path) is ".dll" or ".json" or ".onnx"))
        {
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        }

        string natives = Directory.CreateDirectory(Path.Combine(folder, "runtimes", "linux-x64", "native")).FullName;
        foreach (string path in ApplicationLibraries.Find("libSkiaSharp.so").Take(1).Append(LibtorchFolder.TorchSharpLibrary))
        {
            File.Copy(path, Path.Combine(natives, Path.GetFileName(path)));
        }
    }

    private Detection Detect(string application, string? home, params string[] more)
    {
        string found = Directory.CreateDirectory(_folder.File(Guid.NewGuid().ToString("N"))).FullName;
        ProcessStartInfo start = Dotnet.With(
        [
            "exec", "--depsfile", Path.Combine(application, "Receipts.Tests.deps.json"), "--runtimeconfig", Path.Combine(application, "Receipts.runtimeconfig.json"),
            Path.Combine(application, "Receipts.dll"), "detect", _image, "--out", found, .. more,
        ]);
        start.Environment[LibtorchHome.Variable] = home;

        // The loader (glibc) writes down whose initialisers it runs: a file is in the list however short its time in the process.
        string log = Path.Combine(found, "loader");
        start.Environment["LD_DEBUG"] = "libs";
        start.Environment["LD_DEBUG_OUTPUT"] = log;
        (int exitCode, string output, string error) = Dotnet.Run(start);
        string drawn = Path.Combine(found, "receipt.png");
        return new Detection(
            exitCode, output.Replace(found, string.Empty, StringComparison.Ordinal), error, File.Exists(drawn) ? File.ReadAllBytes(drawn) : [], LoadedBy(log));
    }

    private static string[] LoadedBy(string log)
    {
        const string Mark = "calling init: ";
        return [.. Directory.GetFiles(Path.GetDirectoryName(log)!, Path.GetFileName(log) + ".*")
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains(Mark, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..])
            .Where(path => LibtorchHome.LibraryNames.Contains(Path.GetFileName(path)))];
    }

    private sealed record Detection(int ExitCode, string Output, string Error, byte[] Drawn, string[] Libraries);
}
