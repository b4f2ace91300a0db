using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Security.Cryptography;
using System.Text;

namespace Perf.Builds;

/// <summary>A hash of metadata: names and blobs by what they hold, rows by their number.</summary>
internal sealed class ContentHash(MetadataReader metadata)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ContentHash Add(int value)
    {
        _hash.AppendData(BitConverter.GetBytes(value));
        return this;
    }

    public ContentHash Add(string value) => Add(Encoding.UTF8.GetBytes(value));

    /// <summary>Length first, so that two values are not taken for one.</summary>
    public ContentHash Add(ReadOnlySpan<byte> value)
    {
        Add(value.Length);
        _hash.AppendData(value);
        return this;
    }

    public ContentHash Add(byte[] value) => Add(value.AsSpan());

    public ContentHash Add(ImmutableArray<byte> value) => Add(value.AsSpan());

    public ContentHash Add(StringHandle value) => Add(metadata.GetString(value));

    public ContentHash Add(BlobHandle value) => Add(value.IsNil ? [] : metadata.GetBlobBytes(value));

    public ContentHash Add(EntityHandle row) => Add(row.IsNil ? 0 : metadata.GetToken(row));

    public ContentHash Add(ConstantHandle constant)
    {
        if (constant.IsNil)
        {
            return Add(0);
        }

        Constant value = metadata.GetConstant(constant);
        return Add((int)value.TypeCode).Add(value.Value);
    }

    public byte[] Complete() => _hash.GetHashAndReset();
}
