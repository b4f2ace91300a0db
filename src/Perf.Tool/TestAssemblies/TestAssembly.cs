using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Perf.Thresholds;

namespace Perf.Tool.TestAssemblies;

/// <summary>The classes and methods of a built test assembly; nothing of it is loaded or run.</summary>
/// <param name="Path">The assembly.</param>
/// <param name="Classes">Its classes.</param>
internal sealed record TestAssembly(string Path, IReadOnlyList<TestClass> Classes)
{
    private readonly ILookup<string, TestClass> _byName = Classes.ToLookup(type => type.Name);

    /// <summary>Reads an assembly.</summary>
    /// <exception cref="ToolException">It is no assembly.</exception>
    public static TestAssembly Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using PEReader image = new(file);
            return new TestAssembly(path, new ClassReader(image.GetMetadataReader()).Read());
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException)
        {
            throw new ToolException($"{path} is no .NET assembly: build the test project anew", e);
        }
    }

    /// <summary>The method of a test; null where it has none, or may have one under another name.</summary>
    /// <param name="test">The full name, arguments and all.</param>
    public TestMethod? Find(string test)
    {
        (string type, string method) = Parts(test);
        return _byName[type].SelectMany(one => one.Methods).FirstOrDefault(one => one.Name == method);
    }

    /// <summary>Whether it has a test, or may have one, since names are given where only a run sees them.</summary>
    /// <param name="test">The full name, arguments and all.</param>
    public bool MayHave(string test)
    {
        (string className, string method) = Parts(test);
        return _byName[className].Any(type => Has(type, method))
            || Classes.Any(type => type.MayHaveOtherName && type.Surroundings == SurroundingsOf(className) && Has(type, method));
    }

    /// <summary>Whether it has the namespace of a test, so that a test which it lacks is gone, and not another project's.</summary>
    /// <param name="test">The full name, arguments and all.</param>
    public bool HasNamespaceOf(string test)
    {
        string space = SurroundingsOf(Parts(test).Class);
        return Classes.Any(type => type.Surroundings == space || type.Name == space);
    }

    // A case may have a name of its own, and a base class of another assembly any method.
    private static bool Has(TestClass type, string method) =>
        type.InheritsFromElsewhere || type.Methods.Any(one => one.MayHaveOtherName || one.Name == method);

    private static string SurroundingsOf(string className) =>
        className.LastIndexOfAny(['.', '+']) is > 0 and var dot ? className[..dot] : "";

    private static (string Class, string Method) Parts(string test)
    {
        string plain = PlainTestName.Of(test);
        int dot = plain.LastIndexOf('.');
        return dot < 0 ? ("", plain) : (plain[..dot], plain[(dot + 1)..]);
    }
}
