using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Perf.Builds;

/// <summary>
/// What an assembly does, without its stamps: a hash over declarations, code, strings and resources (ECMA-335, II.22), but not
/// over module id, time, informational version and debug data, nor over where in the file anything stands.
/// </summary>
internal sealed class AssemblyContent
{
    private const string VersionStamp = "AssemblyInformationalVersionAttribute";

    // Where the sources lie relative to the output, as the package's targets note it.
    private static readonly string[] PathStamps = ["Perf.Baselines", "Perf.Project"];

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly ContentHash _hash;

    private AssemblyContent(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _hash = new ContentHash(_metadata);
    }

    /// <summary>The hash; null of what is no managed assembly.</summary>
    public static byte[]? Of(string path)
    {
        try
        {
            using PEReader file = new(File.OpenRead(path));
            return file.HasMetadata ? new AssemblyContent(file).Hash() : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private byte[] Hash()
    {
        References();
        new DeclarationContent(_file, _metadata, _hash).Add();
        Attributes();
        Resources();
        _hash.Add(UserStrings());
        return _hash.Complete();
    }

    // Code names these by their row, so the rows stand for what they name.
    private void References()
    {
        foreach (AssemblyReference reference in _metadata.AssemblyReferences.Select(_metadata.GetAssemblyReference))
        {
            _hash.Add(reference.Name).Add(reference.Version.ToString()).Add(reference.Culture).Add(reference.PublicKeyOrToken);
        }

        foreach (TypeReference type in _metadata.TypeReferences.Select(_metadata.GetTypeReference))
        {
            _hash.Add(type.ResolutionScope).Add(type.Namespace).Add(type.Name);
        }

        foreach (MemberReference member in _metadata.MemberReferences.Select(_metadata.GetMemberReference))
        {
            _hash.Add(member.Parent).Add(member.Name).Add(member.Signature);
        }

        foreach (TableIndex table in new[] { TableIndex.TypeSpec, TableIndex.MethodSpec, TableIndex.StandAloneSig, TableIndex.ModuleRef })
        {
            for (int row = 1; row <= _metadata.GetTableRowCount(table); row++)
            {
                Specification(table, row);
            }
        }
    }

    private void Specification(TableIndex table, int row)
    {
        switch (table)
        {
            case TableIndex.TypeSpec:
                _hash.Add(_metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).Signature);
                break;
            case TableIndex.MethodSpec:
                MethodSpecification method = _metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row));
                _hash.Add(method.Method).Add(method.Signature);
                break;
            case TableIndex.StandAloneSig:
                _hash.Add(_metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row)).Signature);
                break;
            default:
                _hash.Add(_metadata.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)).Name);
                break;
        }
    }

    private void Attributes()
    {
        foreach (CustomAttribute attribute in _metadata.CustomAttributes.Select(_metadata.GetCustomAttribute))
        {
            bool isStamp = NameOf(attribute) is { } name
                && (name == VersionStamp || (name == "AssemblyMetadataAttribute" && IsPathStamp(attribute)));
            _hash.Add(attribute.Parent).Add(attribute.Constructor);
            if (!isStamp)
            {
                _hash.Add(attribute.Value);
            }
        }
    }

    private string? NameOf(CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && _metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            ? _metadata.GetString(_metadata.GetTypeReference((TypeReferenceHandle)type).Name)
            : null;

    // ECMA-335, II.23.3: a prolog of two bytes, then the arguments.
    private bool IsPathStamp(CustomAttribute attribute)
    {
        BlobReader value = _metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return PathStamps.Contains(value.ReadSerializedString());
    }

    private void Resources()
    {
        foreach (ManifestResource resource in _metadata.ManifestResources.Select(_metadata.GetManifestResource))
        {
            _hash.Add((int)resource.Attributes).Add(resource.Name).Add(resource.Implementation);
            if (resource.Implementation.IsNil)
            {
                // Each begins with its length.
                PEMemoryBlock all = _file.GetSectionData(_file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
                BlobReader reader = all.GetReader((int)resource.Offset, all.Length - (int)resource.Offset);
                _hash.Add(reader.ReadBytes(reader.ReadInt32()));
            }
        }
    }

    // Code names a string by its place in this heap.
    private unsafe byte[] UserStrings() => new ReadOnlySpan<byte>(
        _metadata.MetadataPointer + _metadata.GetHeapMetadataOffset(HeapIndex.UserString),
        _metadata.GetHeapSize(HeapIndex.UserString)).ToArray();
}
