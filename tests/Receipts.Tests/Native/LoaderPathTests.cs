using System.Runtime.InteropServices;
using NUnit.Framework;
using Receipts.Native;
using Shouldly;

namespace Receipts.Tests.Native;

[Platform("Linux")]
public sealed class LoaderPathTests
{
    [Test]
    public void AnotherPathGivesTheLibraryThatIsLoadedEvenWhereAFileLies()
    {
        using TemporaryFolder folder = new();
        string loaded = folder.File("loaded.so");
        string wanted = folder.Write("wanted.so", "no library at all");
        File.Copy(Path.Combine(LibtorchFolder.InUse, "libtorch.so"), loaded);
        nint library = NativeLibrary.Load(loaded);

        Should.Throw<Exception>(() => NativeLibrary.Load(wanted));
        LoaderPath.Redirect(wanted, loaded).ShouldBeTrue();
        NativeLibrary.Load(wanted).ShouldBe(library);
        LoaderPath.Redirect(wanted, loaded).ShouldBeTrue();
        NativeLibrary.Load(loaded).ShouldBe(library);
    }

    [Test]
    public void WhatIsNotLoadedIsNotRedirectedTo() => LoaderPath.Redirect("/nowhere/wanted.so", "/nowhere/loaded.so").ShouldBeFalse();
}
