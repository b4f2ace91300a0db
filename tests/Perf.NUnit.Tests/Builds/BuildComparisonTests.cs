using System.Reflection;
using System.Reflection.Emit;
using NUnit.Framework;
using Perf.Builds;
using Shouldly;

namespace Perf.Tests.Builds;

[TestFixture]
public sealed class BuildComparisonTests
{
    private string _base = null!;
    private string _head = null!;

    [SetUp]
    public void MakeTwoFolders()
    {
        _base = Directory.CreateTempSubdirectory("perf-base-").FullName;
        _head = Directory.CreateTempSubdirectory("perf-head-").FullName;
    }

    [TearDown]
    public void RemoveThem()
    {
        Directory.Delete(_base, recursive: true);
        Directory.Delete(_head, recursive: true);
    }

    [Test]
    public void StampsAreNoDifference()
    {
        Emit(_base, version: "1.0.0+4f3c2a1");
        Emit(_head, version: "1.0.0+a-much-longer-commit-than-the-other");
        Write(_base, "App.pdb", "here");
        Write(_head, "App.pdb", "there");
        Write(_head, "App.xml", "<doc />");
        Write(_head, "nunit_random_seed.tmp", "42");
        Write(_base, ".msCoverageSourceRootsMapping_App", "here");
        Write(_head, ".msCoverageSourceRootsMapping_App", "there");

        File.ReadAllBytes(Path.Combine(_base, "App.dll")).ShouldNotBe(File.ReadAllBytes(Path.Combine(_head, "App.dll")), "their module ids differ");
        Differences().ShouldBeEmpty();
    }

    [TestCase(8, "Sum", "text", TestName = "AConstantInABodyIsADifference")]
    [TestCase(7, "Total", "text", TestName = "ANameIsADifference")]
    [TestCase(7, "Sum", "other text", TestName = "AStringIsADifference")]
    public void CodeIsADifference(int constant, string method, string text)
    {
        Emit(_base, "1.0.0");
        Emit(_head, "1.0.0", constant, method, text);

        Differences().ShouldBe(["App.dll"]);
    }

    [Test]
    public void AnAttributeThatIsNoStampIsADifference()
    {
        Emit(_base, "1.0.0", configuration: "Release");
        Emit(_head, "1.0.0", configuration: "Debug");

        Differences().ShouldBe(["App.dll"]);
    }

    [Test]
    public void ANativeFileOfTheVerySamePackageIsNoDifferenceWhateverARunDidToIt()
    {
        Write(_base, "libnative.so", "as packed");
        Write(_head, "libnative.so", "as mended");
        Write(_base, "libother.so", "short");
        Write(_head, "libother.so", "of another length");

        Differences("libnative.so", "libother.so").ShouldBe(["libother.so"]);
        Differences().ShouldBe(["libnative.so", "libother.so"]);
    }

    [Test]
    public void DataAndNativeFilesAreComparedByteByByte()
    {
        Write(_base, "weights.onnx", "abc");
        Write(_head, "weights.onnx", "abd");
        Write(_base, Path.Combine("runtimes", "libnative.so"), "abc");
        Write(_head, Path.Combine("runtimes", "libnative.so"), "abcd");
        Write(_base, "same.json", "{}");
        Write(_head, "same.json", "{}");
        Write(_base, "gone.txt", "");
        Write(_head, "new.txt", "");

        Differences()
            .ShouldBe(["gone.txt", "new.txt", Path.Combine("runtimes", "libnative.so"), "weights.onnx"]);
    }

    [Test]
    public void ABrokenAssemblyIsComparedByteByByte()
    {
        Write(_base, "App.dll", "no assembly");
        Write(_head, "App.dll", "no assembly either");

        Differences().ShouldBe(["App.dll"]);
    }

    [Test]
    public void EveryAssemblyOfThisProcessIsReadToItsEnd()
    {
        foreach (string path in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
        {
            byte[]? first = AssemblyContent.Of(path);
            byte[]? second = AssemblyContent.Of(path);
            (first ?? []).ShouldBe(second ?? [], path);
        }
    }

    private IReadOnlyList<string> Differences(params string[] ofEqualPackages) =>
        BuildComparison.Differences(_base, _head, ofEqualPackages.ToHashSet());

    private static void Write(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static void Emit(
        string folder, string version, int constant = 7, string method = "Sum", string text = "text", string configuration = "Release")
    {
        PersistedAssemblyBuilder assembly = new(
            new AssemblyName("App"),
            typeof(object).Assembly,
            [Attribute(typeof(AssemblyInformationalVersionAttribute), version), Attribute(typeof(AssemblyConfigurationAttribute), configuration)]);
        TypeBuilder type = assembly.DefineDynamicModule("App").DefineType("App.Numbers", TypeAttributes.Public);
        ILGenerator body = type.DefineMethod(method, MethodAttributes.Public | MethodAttributes.Static, typeof(int), []).GetILGenerator();
        body.Emit(OpCodes.Ldstr, text);
        body.Emit(OpCodes.Pop);
        body.Emit(OpCodes.Ldc_I4, constant);
        body.Emit(OpCodes.Ret);
        type.CreateType();
        assembly.Save(Path.Combine(folder, "App.dll"));
    }

    private static CustomAttributeBuilder Attribute(Type type, string value) => new(type.GetConstructor([typeof(string)])!, [value]);
}
