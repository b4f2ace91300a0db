using NUnit.Framework;
using Receipts.Native;
using Shouldly;

namespace Receipts.Tests.Native;

[Platform("Linux")]
public sealed class ElfSymbolsTests
{
    [Test]
    public void WhatTorchSharpNeedsOfLibtorchIsToldFromWhatItNeedsOfTheRuntime()
    {
        IReadOnlyList<string> needed = Read(LibtorchFolder.TorchSharpLibrary).NeededWithoutVersion();

        needed.Count.ShouldBeGreaterThan(1000);
        needed.ShouldContain("_ZN3c1019UndefinedTensorImpl10_singletonE");
        needed.ShouldContain(name => name.StartsWith("_ZN2at4_ops", StringComparison.Ordinal));
        needed.ShouldNotContain("malloc");
        needed.ShouldNotContain("__cxa_throw");
        needed.ShouldBeUnique();
    }

    [Test]
    public void ALibraryDefinesWhatItExportsAndNothingElse()
    {
        ElfSymbols torchSharp = Read(LibtorchFolder.TorchSharpLibrary);

        torchSharp.Defines("THSTensor_add").ShouldBeTrue();
        torchSharp.Defines("THSTorch_get_and_reset_last_err").ShouldBeTrue();
        torchSharp.Defines("THSTensor_ad").ShouldBeFalse();
        torchSharp.Defines("malloc").ShouldBeFalse();
        torchSharp.NeededWithoutVersion().ShouldAllBe(name => !torchSharp.Defines(name));
    }

    private static ElfSymbols Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return ElfSymbols.Read(ElfLibrary.Read(file));
    }
}
