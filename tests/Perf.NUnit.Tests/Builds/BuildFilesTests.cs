using NUnit.Framework;
using Perf.Builds;
using Shouldly;

namespace Perf.Tests.Builds;

[TestFixture]
public sealed class BuildFilesTests
{
    private BuildFolder _folder = null!;

    [SetUp]
    public void MakeAFolder() => _folder = new BuildFolder();

    [TearDown]
    public void RemoveIt() => _folder.Dispose();

    [Test]
    public void ABuildForOneRuntimeListsItsNativesApart()
    {
        _folder.With(
            "Skia/1.2.3",
            """
            "dependencies": { "Other": "1.0.0" },
            "runtime": { "lib/net8.0/Skia.dll": {} },
            "native": { "runtimes/linux-x64/native/libskia.so": {} }
            """);

        BuildPackage skia = _folder.Files.Packages["skia"];
        skia.Version.ShouldBe("1.2.3");
        skia.Assemblies.ShouldBe(["lib/net8.0/Skia.dll"]);
        skia.Natives.ShouldBe(["runtimes/linux-x64/native/libskia.so"]);
        skia.Needs.ShouldBe(["Other"]);
        skia.IsOwn.ShouldBeFalse();
        _folder.Files.Packages["App"].IsOwn.ShouldBeTrue();
        _folder.Files.Framework.ShouldBe("net10.0");
    }

    [Test]
    public void APortableBuildListsWhatIsForEachRuntime()
    {
        _folder.With(
            "Skia/1.2.3",
            """
            "runtime": { "lib/net8.0/Skia.dll": {} },
            "runtimeTargets": {
              "runtimes/linux-x64/native/libskia.so": { "rid": "linux-x64", "assetType": "native" },
              "runtimes/win/lib/net8.0/Skia.dll": { "rid": "win", "assetType": "runtime" }
            }
            """);

        BuildPackage skia = _folder.Files.Packages["Skia"];
        skia.Assemblies.ShouldBe(["lib/net8.0/Skia.dll", "runtimes/win/lib/net8.0/Skia.dll"]);
        skia.Natives.ShouldBe(["runtimes/linux-x64/native/libskia.so"]);
    }

    [Test]
    public void NativesOfTheVerySamePackageAreToldByItsHash()
    {
        using BuildFolder other = new();
        foreach ((BuildFolder folder, string build) in (List<(BuildFolder, string)>)[(_folder, "one"), (other, "other")])
        {
            folder.With("Same/1.0.0", """ "native": { "runtimes/any/native/libsame.so": {} } """, hash: "sha512-same")
                .With("Rebuilt/1.0.0", """ "native": { "runtimes/any/native/librebuilt.so": {} } """, hash: $"sha512-{build}")
                .With("Own/1.0.0", """ "native": { "libown.so": {} } """, type: "project");
        }

        _folder.Files.NativesOfEqualPackages(other.Files).ShouldBe(
            [Path.Combine("runtimes", "any", "native", "libsame.so"), "libsame.so"], ignoreOrder: true);
    }

    [TestCase("skia", "libskia.so")]
    [TestCase("libskia", "libskia.so")]
    [TestCase("libskia.so.3", "libskia.so.3")]
    [TestCase("skia.dll", "skia.dll")]
    [TestCase("SKIA", "libskia.dylib")]
    public void APackageIsNativeBoundWithAllThatItNeedsHoweverTheFileIsNamed(string called, string file)
    {
        Natives(file)
            .With("Skia/1.0.0", """ "dependencies": { "Deep": "1.0.0" }, "runtime": { "lib/Skia.dll": {} } """)
            .With("Deep/1.0.0", """ "dependencies": { "Deeper": "1.0.0" }, "runtime": { "lib/Deep.dll": {} } """)
            .With("Deeper/1.0.0", """ "dependencies": { "Skia": "1.0.0" } """)
            .With("Beside/1.0.0", """ "dependencies": { "Skia": "1.0.0" }, "runtime": { "lib/Beside.dll": {} } """)
            .Assembly("Skia", called)
            .Assembly("Deep")
            .Assembly("Beside", "libc");

        _folder.Files.NativeBound().ShouldBe(["Skia", "Deep", "Deeper"], ignoreOrder: true);
    }

    [Test]
    public void WhatIsBuiltFromSourcesIsNeverNativeBoundWhateverItCalls()
    {
        Natives("libskia.so")
            .With("Subject/1.0.0", """ "runtime": { "Subject.dll": {} } """, type: "project")
            .Assembly("Subject", "skia")
            .Assembly("App", "skia");

        _folder.Files.NativeBound().ShouldBeEmpty();
        _folder.Files.CalledFromSources().ShouldBe(["Skia.Natives"]);
    }

    [Test]
    public void ANativeFileOfTheSystemBindsNothing()
    {
        _folder.With("Clock/1.0.0", """ "runtime": { "lib/Clock.dll": {} } """).Assembly("Clock", "libc");

        _folder.Files.NativeBound().ShouldBeEmpty();
    }

    [TestCase("", TestName = "An empty deps.json")]
    [TestCase("{ \"runtimeTarget\": ", TestName = "A truncated deps.json")]
    [TestCase("[]", TestName = "A deps.json that is a list")]
    [TestCase("{}", TestName = "A deps.json without a target")]
    [TestCase("{ \"runtimeTarget\": { \"name\": null }, \"targets\": {}, \"libraries\": {} }", TestName = "A deps.json with a target of no name")]
    [TestCase("{ \"runtimeTarget\": { \"name\": \"x\" }, \"targets\": {}, \"libraries\": {} }", TestName = "A deps.json that lacks its target")]
    public void ABrokenDependenciesFileIsAnErrorThatNamesFolderAndSetting(string text)
    {
        _folder.Write("App.deps.json", text);

        string message = Should.Throw<DuetException>(() => BuildFiles.Of(_folder.Tests)).Message;
        message.ShouldStartWith($"{_folder.Folder} is not the output folder of a test project: ");
        message.ShouldContain("PERF_BASE_BUILD");
    }

    [Test]
    public void AMissingRuntimeConfigurationIsAnErrorThatNamesIt()
    {
        _ = _folder.Files;
        File.Delete(Path.Combine(_folder.Folder, "App.runtimeconfig.json"));

        Should.Throw<DuetException>(() => BuildFiles.Of(_folder.Tests)).Message.ShouldContain("App.runtimeconfig.json");
    }

    [Test]
    public void ATruncatedAssemblyIsAnErrorThatNamesIt()
    {
        Natives("libskia.so").With("Skia/1.0.0", """ "runtime": { "lib/Skia.dll": {} } """).Assembly("Skia", "skia");
        using (FileStream file = File.OpenWrite(Path.Combine(_folder.Folder, "Skia.dll")))
        {
            file.SetLength(file.Length / 2);
        }

        Should.Throw<DuetException>(() => _folder.Files.NativeBound()).Message.ShouldContain("Skia.dll is no assembly");
    }

    [Test]
    public void ThePackageOfAnAssemblyThatIsNotThereBindsNothing()
    {
        Natives("libskia.so").With("Skia/1.0.0", """ "runtime": { "lib/Skia.dll": {} } """);

        _folder.Files.NativeBound().ShouldBeEmpty();
        _folder.Files.VersionOf("Skia").ShouldBeNull();
    }

    private BuildFolder Natives(string file) =>
        _folder.With("Skia.Natives/1.0.0", $"\"native\": {{ \"runtimes/any/native/{file}\": {{}} }}");
}
