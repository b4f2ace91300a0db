using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Perf.Tool.TestAssemblies;

/// <summary>Reads attributes of an assembly that is not loaded.</summary>
/// <param name="reader">The assembly.</param>
internal sealed class AttributeReader(MetadataReader reader)
{
    private static readonly NamesOfTypes Types = new();

    /// <summary>The attributes of a type, a method or the assembly.</summary>
    public IEnumerable<SeenAttribute> Of(CustomAttributeHandleCollection handles) =>
        handles.Select(handle => Read(reader.GetCustomAttribute(handle)));

    private SeenAttribute Read(CustomAttribute attribute)
    {
        string name = NameOf(attribute.Constructor);
        try
        {
            CustomAttributeValue<string> value = attribute.DecodeValue(Types);
            return new SeenAttribute(
                name,
                [.. value.FixedArguments.Select(argument => argument.Value)],
                value.NamedArguments.ToDictionary(argument => argument.Name!, argument => argument.Value));
        }
        catch (Exception e) when (e is BadImageFormatException or NotSupportedException)
        {
            // An enumeration of another assembly that is no int: nothing of ours.
            return new SeenAttribute(name, [], new Dictionary<string, object?>());
        }
    }

    private string NameOf(EntityHandle constructor)
    {
        EntityHandle type = constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        return type.Kind switch
        {
            HandleKind.TypeReference => Types.GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
            HandleKind.TypeDefinition => Types.GetTypeFromDefinition(reader, (TypeDefinitionHandle)type, 0),
            _ => "",
        };
    }

    // All that is wanted of a type is its name.
    private sealed class NamesOfTypes : ICustomAttributeTypeProvider<string>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => "System.Type";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            return Qualified(reader.GetString(type.Namespace), reader.GetString(type.Name));
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            TypeReference type = reader.GetTypeReference(handle);
            return Qualified(reader.GetString(type.Namespace), reader.GetString(type.Name));
        }

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == "System.Type";

        private static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
    }
}

/// <summary>An attribute with its arguments.</summary>
/// <param name="Name">The full name of its type.</param>
/// <param name="Arguments">Those of the constructor.</param>
/// <param name="Named">Those that are named.</param>
internal sealed record SeenAttribute(string Name, ImmutableArray<object?> Arguments, IReadOnlyDictionary<string, object?> Named);
