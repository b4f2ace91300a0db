using NUnit.Framework;
using Receipts.Model;
using Receipts.Native;
using Shouldly;

namespace Receipts.Tests.Native;

/// <summary>Folders that are no libtorch, each told apart.</summary>
[Platform("Linux")]
public sealed class LibtorchHomeTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void AFolderThatIsNotThereIsNamed()
    {
        string nowhere = _folder.File("nowhere");

        Problem(nowhere).ShouldBe(
            $"LIBTORCH_HOME={nowhere}: there is no such folder; it must be the folder of libtorch's libraries, such as torch/lib of a PyTorch installation");
    }

    [Test]
    public void AFileInPlaceOfItsFolderIsSaidToBeOne()
    {
        string library = _folder.Write("libtorch.so", string.Empty);

        Problem(library).ShouldStartWith($"LIBTORCH_HOME={library}: this is a file; it must be the folder of libtorch's libraries");
    }

    [Test]
    public void ARelativePathIsSaidInFull() =>
        Problem("no/such/folder").ShouldStartWith($"LIBTORCH_HOME=no/such/folder ({Path.GetFullPath("no/such/folder")}): there is no such folder");

    [Test]
    public void EveryMissingLibraryIsNamed()
    {
        _folder.Write("libc10.so", string.Empty);

        Problem(_folder.Path).ShouldBe(
            $"LIBTORCH_HOME={_folder.Path}: libtorch_cpu.so, libtorch.so missing there; it must be the folder of libtorch's libraries, such as torch/lib of a PyTorch installation");
    }

    [Test]
    public void TheFolderAboveTheRightOneIsRecognised()
    {
        string inner = Directory.CreateDirectory(_folder.File("lib")).FullName;
        File.WriteAllText(Path.Combine(inner, "libc10.so"), string.Empty);

        Problem(_folder.Path).ShouldEndWith($"; {inner} looks like it");
    }

    [Test]
    public void CudaBelongsToIt()
    {
        foreach (string name in (string[])["libc10.so", "libtorch_cpu.so", "libtorch.so", "libtorch_cuda.so"])
        {
            _folder.Write(name, string.Empty);
        }

        Problem(_folder.Path).ShouldContain(": libc10_cuda.so missing there");
        LibtorchHome.Of(_folder.Path).Libraries.Select(Path.GetFileName)
            .ShouldBe(["libc10.so", "libtorch_cpu.so", "libc10_cuda.so", "libtorch_cuda.so", "libtorch.so"]);
    }

    [Test]
    public void AFileThatIsNoLibraryIsNamed()
    {
        LibtorchFolder.LinkTo(_folder.Path);
        string wrong = Replace("libtorch_cpu.so", "version https://git-lfs.github.com/spec/v1\n and so on, longer than the header of a library"u8);

        Problem(_folder.Path).ShouldBe($"LIBTORCH_HOME={_folder.Path}: {wrong} cannot be used: it is no library of Linux (ELF)");
    }

    [Test]
    public void ALibraryOfAnotherArchitectureIsNamed()
    {
        LibtorchFolder.LinkTo(_folder.Path);
        byte[] library = File.ReadAllBytes(_folder.File("libc10.so"));
        library[0x12] = 183;
        string wrong = Replace("libc10.so", library);

        Problem(_folder.Path).ShouldBe($"LIBTORCH_HOME={_folder.Path}: {wrong} cannot be used: it is a library for ARM64 and not for x86-64");
    }

    [Test]
    public void ALibraryThatWasCutOffIsNamed()
    {
        LibtorchFolder.LinkTo(_folder.Path);
        byte[] library = File.ReadAllBytes(_folder.File("libc10.so"));
        string wrong = Replace("libc10.so", library.AsSpan(0, library.Length / 2));

        Problem(_folder.Path).ShouldStartWith($"LIBTORCH_HOME={_folder.Path}: {wrong} cannot be used: it is a damaged library");
    }

    [Test]
    public void ALibraryWhoseTablesAreDamagedIsNamed()
    {
        LibtorchFolder.LinkTo(_folder.Path);
        byte[] library = File.ReadAllBytes(_folder.File("libc10.so"));
        ElfSection hashes = ElfLibrary.Read(new MemoryStream(library)).Sections.Single(section => section.Type == ElfSection.GnuHash);
        library.AsSpan((int)hashes.Offset, 4).Fill(0x7f);
        string wrong = Replace("libc10.so", library);

        Problem(_folder.Path).ShouldBe($"LIBTORCH_HOME={_folder.Path}: {wrong} cannot be used: it is a damaged library");
    }

    [Test]
    public void ALibtorchThatLacksWhatTorchSharpCallsIsNamedWithItsVersion()
    {
        LibtorchFolder.LinkTo(_folder.Path);
        Replace("libtorch_cpu.so", File.ReadAllBytes(_folder.File("libtorch.so")));
        _folder.Write("build-version", "2.4.1+cpu\n");

        string problem = Problem(_folder.Path);

        problem.ShouldStartWith($"LIBTORCH_HOME={_folder.Path}: this is libtorch 2.4.1+cpu, and TorchSharp was made for 2.10.0: ");
        problem.ShouldMatch(@": \d+ of the \d+ functions that it calls are missing \(_Z\w+, _Z\w+, _Z\w+, …\); name a libtorch 2\.10\.0$");
    }

    [Test]
    public void ALibtorchOfUnknownVersionIsSaidToBeSo()
    {
        LibtorchFolder.LinkTo(_folder.Path);
        Replace("libtorch_cpu.so", File.ReadAllBytes(_folder.File("libtorch.so")));

        Problem(_folder.Path).ShouldContain("a libtorch of unknown version (neither build-version nor version.py tells it)");
    }

    [Test]
    public void TheLibtorchOfTheTestsHasAllThatTorchSharpCalls() =>
        Should.NotThrow(() => LibtorchSymbols.Require(LibtorchHome.Of(LibtorchFolder.InUse), LibtorchFolder.TorchSharpLibrary));

    [Test]
    public void WithoutCudaInItTheErrorSaysSo()
    {
        LibtorchFolder.LinkTo(_folder.Path);
        if (LibtorchHome.Of(_folder.Path).HasCuda)
        {
            Assert.Ignore("the libtorch of these tests is one for CUDA");
        }

        TextDetector.WithoutCuda(LibtorchHome.Of(_folder.Path)).ShouldBe(
            $"LIBTORCH_HOME={_folder.Path}: CUDA is not available: libtorch_cuda.so is not there, so this is a libtorch for the CPU; name torch/lib of a PyTorch with CUDA");
    }

    [Test]
    public void ASecondLibtorchIsRefusedAndTheFirstOneAgainIsNot()
    {
        LibtorchFolder.LinkTo(_folder.Path);
        string copy = _folder.File("libc10.so");
        Replace("libc10.so", File.ReadAllBytes(copy));

        Should.NotThrow(() => InstalledLibtorch.Load(LibtorchHome.Of(LibtorchFolder.InUse), LibtorchFolder.TorchSharpLibrary));
        Problem(_folder.Path).ShouldContain("libc10.so is in the process already");
        LoadedLibtorch.Paths.ShouldNotContain(copy);
    }

    private static string Problem(string folder) => Should
        .Throw<LibtorchException>(() =>
        {
            LibtorchHome home = LibtorchHome.Of(folder);
            home.RequireLibraries();
            LibtorchSymbols.Require(home, LibtorchFolder.TorchSharpLibrary);
            InstalledLibtorch.Load(home, LibtorchFolder.TorchSharpLibrary);
        })
        .Message;

    private string Replace(string name, ReadOnlySpan<byte> content)
    {
        File.Delete(_folder.File(name));
        return _folder.Write(name, content);
    }
}
