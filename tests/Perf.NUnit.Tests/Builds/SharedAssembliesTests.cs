using System.Reflection;
using NUnit.Framework;
using Perf.Builds;
using Shouldly;

namespace Perf.Tests.Builds;

[TestFixture]
public sealed class SharedAssembliesTests
{
    private readonly List<BuildFolder> _folders = [];

    [TearDown]
    public void RemoveThem()
    {
        _folders.ForEach(folder => folder.Dispose());
        _folders.Clear();
    }

    [Test]
    public void TheHarnessIsSharedAndTheSubjectIsNot()
    {
        IReadOnlySet<string> shared = SharedAssemblies.Of(Build().Files, Build().Files);

        shared.ShouldContain("nunit.framework");
        shared.ShouldContain("Perf.NUnit");
        shared.ShouldNotContain("App");
        shared.ShouldNotContain("YamlDotNet", "a subject may bring another");
    }

    [Test]
    public void AnotherTargetFrameworkIsRefused()
    {
        DuetException refused = Should.Throw<DuetException>(() => SharedAssemblies.Of(Build("net9.0").Files, Build("net10.0").Files));

        refused.Message.ShouldBe("the base build targets net9.0, this one net10.0: both would run on net10.0");
    }

    [Test]
    public void AnotherMajorOfNUnitIsRefusedAndAnotherMinorIsNot()
    {
        BuildFolder WithNUnit(string version) => Build().Assembly(new AssemblyName("nunit.framework") { Version = new Version(version) });

        Should.Throw<DuetException>(() => SharedAssemblies.Of(WithNUnit("4.6.0.0").Files, WithNUnit("5.0.0.0").Files))
            .Message.ShouldStartWith("the base build was made with nunit.framework 4.6.0.0, this one with 5.0.0.0");
        SharedAssemblies.Of(WithNUnit("4.5.0.0").Files, WithNUnit("4.6.0.0").Files).ShouldContain("nunit.framework");
    }

    [Test]
    public void APackageAroundNativeCodeIsSharedWithWhatItNeeds()
    {
        IReadOnlySet<string> shared = SharedAssemblies.Of(WithSkia("1.0.0").Files, WithSkia("1.0.0").Files);

        shared.ShouldContain("Skia");
        shared.ShouldContain("Deep");
        SharedAssemblies.NativeDifferences(WithSkia("1.0.0").Files, WithSkia("1.0.0").Files).ShouldBeEmpty();
    }

    [Test]
    public void AnotherVersionOfAPackageAroundNativeCodeIsADifference() =>
        SharedAssemblies.NativeDifferences(WithSkia("1.0.0").Files, WithSkia("2.0.0").Files).ShouldBe(["Skia 1.0.0 → 2.0.0"]);

    [Test]
    public void AnotherVersionOfANativeFileThatSourcesCallIsADifference()
    {
        BuildFolder Calling(string version) => Build()
            .With($"Skia.Natives/{version}", """ "native": { "runtimes/any/native/libskia.so": {} } """)
            .Assembly("App", "skia");

        SharedAssemblies.NativeDifferences(Calling("1.0.0").Files, Calling("2.0.0").Files).ShouldBe(["Skia.Natives 1.0.0 → 2.0.0"]);
        SharedAssemblies.Of(Calling("1.0.0").Files, Calling("1.0.0").Files).ShouldNotContain("App");
    }

    [Test]
    public void APackageAroundNativeCodeThatOneBuildAloneHasIsNoDifferenceAndNotShared()
    {
        SharedAssemblies.NativeDifferences(Build().Files, WithSkia("1.0.0").Files).ShouldBeEmpty();
        SharedAssemblies.NativeDifferences(WithSkia("1.0.0").Files, Build().Files).ShouldBeEmpty();
        SharedAssemblies.Of(Build().Files, WithSkia("1.0.0").Files).ShouldNotContain("Skia");
        SharedAssemblies.Of(WithSkia("1.0.0").Files, Build().Files).ShouldNotContain("Skia");
    }

    private BuildFolder WithSkia(string version) => Build()
        .With("Skia.Natives/1.0.0", """ "native": { "runtimes/any/native/libskia.so": {} } """)
        .With($"Skia/{version}", """ "dependencies": { "Deep": "1.0.0" }, "runtime": { "lib/Skia.dll": {} } """)
        .With("Deep/1.0.0", """ "runtime": { "lib/Deep.dll": {} } """)
        .Assembly("Skia", "skia")
        .Assembly("Deep");

    private BuildFolder Build(string framework = "net10.0")
    {
        BuildFolder folder = new(framework);
        _folders.Add(folder);
        return folder;
    }
}
