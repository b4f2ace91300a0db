using System.Buffers.Binary;

namespace Receipts.Native;

/// <summary>Where a section of an ELF library lies.</summary>
/// <param name="Type">What it holds: one of the numbers here, or another.</param>
/// <param name="Offset">Where it begins in the file, in bytes.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Link">The index of the section that it refers to: of a table of symbols, their names.</param>
internal readonly record struct ElfSection(uint Type, long Offset, long Size, int Link)
{
    /// <summary>Bytes of its entry in the table of sections.</summary>
    public const int HeaderSize = 64;

    /// <summary>The symbols that the loader sees.</summary>
    public const uint DynamicSymbols = 11;

    /// <summary>The hash table of the symbols that are defined here (<c>.gnu.hash</c>).</summary>
    public const uint GnuHash = 0x6ffffff6;

    /// <summary>Versions of other libraries that are needed.</summary>
    public const uint VersionNeeds = 0x6ffffffe;

    /// <summary>Of each dynamic symbol the number of its version.</summary>
    public const uint SymbolVersions = 0x6fffffff;

    /// <summary>Reads an entry of the table.</summary>
    public static ElfSection Read(ReadOnlySpan<byte> entry) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]),
        BinaryPrimitives.ReadInt64LittleEndian(entry[24..]),
        BinaryPrimitives.ReadInt64LittleEndian(entry[32..]),
        BinaryPrimitives.ReadInt32LittleEndian(entry[40..]));
}
