using NUnit.Framework;
using Receipts.Native;
using Shouldly;

namespace Receipts.Tests.Native;

public sealed class LibtorchVersionTests
{
    private TemporaryFolder _folder = null!;
    private string _libraries = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        _libraries = Directory.CreateDirectory(_folder.File("lib")).FullName;
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void AnUnpackedLibtorchTellsItBesideItsLibraries()
    {
        _folder.Write("build-version", "2.10.0+cpu\n");

        LibtorchVersion.Of(_libraries).ShouldBe("2.10.0+cpu");
    }

    [TestCase("from typing import Optional\n\n__all__ = ['__version__']\n__version__ = '2.9.1+cu128'\ndebug = False\n", "2.9.1+cu128")]
    [TestCase("__version__: str = \"2.11.0\"\n", "2.11.0")]
    public void APyTorchInstallationTellsItInPython(string python, string version)
    {
        _folder.Write("version.py", python);

        LibtorchVersion.Of(_libraries).ShouldBe(version);
    }

    [Test]
    public void WithoutAnyOfThemItIsUnknown()
    {
        _folder.Write("version.py", "# nothing here\n");

        LibtorchVersion.Of(_libraries).ShouldBeNull();
    }

    [Test]
    public void TorchSharpIsMadeForTheVersionThatIsSaid() =>
        TorchSharp.torch.__version__.ShouldStartWith(LibtorchVersion.OfTorchSharp);
}
