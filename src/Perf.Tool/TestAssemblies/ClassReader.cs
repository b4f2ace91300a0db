using System.Reflection;
using System.Reflection.Metadata;

namespace Perf.Tool.TestAssemblies;

/// <summary>Reads classes with what they inherit.</summary>
/// <param name="reader">The assembly.</param>
internal sealed class ClassReader(MetadataReader reader)
{
    private const string Section = "Perf.SectionAttribute";
    private const string MaxRegression = "Perf.MaxRegressionAttribute";

    private readonly AttributeReader _attributes = new(reader);

    /// <summary>All classes that tests can be in.</summary>
    public IReadOnlyList<TestClass> Read() =>
    [
        .. reader.TypeDefinitions
            .Select(handle => reader.GetTypeDefinition(handle))
            .Where(type => (type.Attributes & TypeAttributes.ClassSemanticsMask) == TypeAttributes.Class)
            .Select(ClassOf),
    ];

    private TestClass ClassOf(TypeDefinition type)
    {
        (List<TypeDefinition> family, bool isElsewhere) = FamilyOf(type);
        SeenAttribute[] ofClasses = [.. family.SelectMany(one => _attributes.Of(one.GetCustomAttributes()))];
        string? section = SectionIn(ofClasses) ?? SectionIn(_attributes.Of(AssemblyAttributes));
        return new TestClass(
            NameOf(type),
            [.. family.SelectMany(one => one.GetMethods()).Select(handle => MethodOf(reader.GetMethodDefinition(handle), section))],
            ofClasses.Any(NamesTests),
            isElsewhere);
    }

    private CustomAttributeHandleCollection AssemblyAttributes =>
        reader.IsAssembly ? reader.GetAssemblyDefinition().GetCustomAttributes() : default;

    private TestMethod MethodOf(MethodDefinition method, string? section)
    {
        SeenAttribute[] attributes = [.. _attributes.Of(method.GetCustomAttributes())];
        return new TestMethod(
            reader.GetString(method.Name),
            SectionIn(attributes) ?? section,
            [.. attributes.Where(attribute => attribute.Name == MaxRegression).Select(PromiseOf)],
            attributes.Any(NamesTests));
    }

    // From the class itself to the last of its bases that is in this assembly.
    private (List<TypeDefinition> Family, bool IsElsewhere) FamilyOf(TypeDefinition type)
    {
        List<TypeDefinition> family = [type];
        EntityHandle next = type.BaseType;
        while (!next.IsNil)
        {
            EntityHandle plain = next.Kind == HandleKind.TypeSpecification
                ? GenericTypeOf(reader.GetTypeSpecification((TypeSpecificationHandle)next))
                : next;
            if (plain.Kind != HandleKind.TypeDefinition)
            {
                return (family, !IsObject(plain));
            }

            TypeDefinition known = reader.GetTypeDefinition((TypeDefinitionHandle)plain);
            family.Add(known);
            next = known.BaseType;
        }

        return (family, false);
    }

    // The signature of a generic type: GENERICINST, CLASS, which one.
    private EntityHandle GenericTypeOf(TypeSpecification specification)
    {
        BlobReader signature = reader.GetBlobReader(specification.Signature);
        return signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance
            && signature.ReadByte() == (byte)SignatureTypeKind.Class
                ? signature.ReadTypeHandle()
                : default;
    }

    private bool IsObject(EntityHandle handle) =>
        handle.Kind == HandleKind.TypeReference
        && reader.GetTypeReference((TypeReferenceHandle)handle) is var type
        && reader.StringComparer.Equals(type.Name, "Object")
        && reader.StringComparer.Equals(type.Namespace, "System");

    private string NameOf(TypeDefinition type)
    {
        string name = reader.GetString(type.Name);
        int arity = name.IndexOf('`', StringComparison.Ordinal);
        string own = arity < 0 ? name : name[..arity];
        if (!type.GetDeclaringType().IsNil)
        {
            return $"{NameOf(reader.GetTypeDefinition(type.GetDeclaringType()))}+{own}";
        }

        string space = reader.GetString(type.Namespace);
        return space.Length == 0 ? own : $"{space}.{own}";
    }

    private static string? SectionIn(IEnumerable<SeenAttribute> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.Name == Section)?.Arguments.FirstOrDefault() as string;

    private static RegressionPromise PromiseOf(SeenAttribute attribute) => new(
        attribute.Named.GetValueOrDefault("Metric") as string ?? "time",
        attribute.Arguments.FirstOrDefault() as double?);

    private static bool NamesTests(SeenAttribute attribute) =>
        attribute.Name is "NUnit.Framework.TestCaseSourceAttribute" or "NUnit.Framework.TestFixtureSourceAttribute"
        || attribute.Named.ContainsKey("TestName");
}
