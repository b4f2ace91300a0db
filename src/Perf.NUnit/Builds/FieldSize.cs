using System.Reflection.Metadata;

namespace Perf.Builds;

/// <summary>How many bytes a field with data of its own has: that of its type, which the compiler makes for the purpose.</summary>
internal static class FieldSize
{
    // ECMA-335, II.23.2.4 and II.23.1.16
    private const byte FieldSignature = 0x06;

    public static int Of(FieldDefinition field, MetadataReader metadata)
    {
        BlobReader signature = metadata.GetBlobReader(field.Signature);
        if (signature.ReadByte() != FieldSignature)
        {
            return 0;
        }

        switch (signature.ReadSignatureTypeCode())
        {
            case SignatureTypeCode.Boolean or SignatureTypeCode.SByte or SignatureTypeCode.Byte:
                return 1;
            case SignatureTypeCode.Int16 or SignatureTypeCode.UInt16 or SignatureTypeCode.Char:
                return 2;
            case SignatureTypeCode.Int32 or SignatureTypeCode.UInt32 or SignatureTypeCode.Single:
                return 4;
            case SignatureTypeCode.Int64 or SignatureTypeCode.UInt64 or SignatureTypeCode.Double:
                return 8;
            case SignatureTypeCode.TypeHandle when signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type:
                return metadata.GetTypeDefinition((TypeDefinitionHandle)type).GetLayout().Size;
            default:
                return 0;
        }
    }
}
