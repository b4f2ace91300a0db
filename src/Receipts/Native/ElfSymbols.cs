using System.Buffers.Binary;
using System.Text;

namespace Receipts.Native;

/// <summary>The dynamic symbols of an ELF library: what it needs of others, and what it defines.</summary>
internal sealed class ElfSymbols
{
    private const int EntrySize = 24;
    private const int BindingGlobal = 1;

    // Numbers of versions: local, and global without a version; what comes after are versions with a name.
    private const ushort LastWithoutVersion = 1;
    private const ushort VersionMask = 0x7fff;

    private readonly byte[] _symbols;
    private readonly byte[] _names;
    private readonly byte[] _versions;
    private readonly byte[] _hashes;

    private ElfSymbols(byte[] symbols, byte[] names, byte[] versions, byte[] hashes)
    {
        _symbols = symbols;
        _names = names;
        _versions = versions;
        _hashes = hashes;
    }

    /// <summary>Reads the tables, a few megabytes of the largest library.</summary>
    /// <exception cref="InvalidDataException">The library has none, or is damaged.</exception>
    public static ElfSymbols Read(ElfLibrary library)
    {
        ElfSection symbols = Section(library, ElfSection.DynamicSymbols);
        return symbols.Link >= 0 && symbols.Link < library.Sections.Count
            ? new ElfSymbols(
                library.Content(symbols),
                library.Content(library.Sections[symbols.Link]),
                Optional(library, ElfSection.SymbolVersions),
                library.Content(Section(library, ElfSection.GnuHash)))
            : throw new InvalidDataException("it is a damaged library: its symbols have no names");
    }

    /// <summary>
    /// What must be defined elsewhere, under no version: those of the C and C++ runtime all have one, those of libtorch none.
    /// </summary>
    public IReadOnlyList<string> NeededWithoutVersion()
    {
        List<string> needed = [];
        for (int symbol = 1; symbol < _symbols.Length / EntrySize; symbol++)
        {
            ReadOnlySpan<byte> entry = _symbols.AsSpan(symbol * EntrySize, EntrySize);
            int version = _versions.Length == 0 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(_versions.AsSpan(symbol * 2)) & VersionMask;
            if (!IsDefined(entry) && entry[4] >> 4 == BindingGlobal && version <= LastWithoutVersion)
            {
                needed.Add(Encoding.ASCII.GetString(NameOf(entry)));
            }
        }

        return needed;
    }

    /// <summary>Whether it defines a symbol: a look into the hash table that the loader itself uses.</summary>
    public bool Defines(string name)
    {
        byte[] wanted = Encoding.ASCII.GetBytes(name);
        uint hash = Hash(wanted);
        (uint buckets, uint firstHashed, uint filterWords) = (Word(0), Word(1), Word(2));
        uint bucketsAt = 4 + (filterWords * 2);
        uint symbol = buckets == 0 ? 0 : Word(bucketsAt + (hash % buckets));
        if (symbol < firstHashed)
        {
            return false;
        }

        for (; ; symbol++)
        {
            // The lowest bit ends a chain.
            uint other = Word(bucketsAt + buckets + symbol - firstHashed);
            ReadOnlySpan<byte> entry = _symbols.AsSpan((int)symbol * EntrySize, EntrySize);
            if ((other | 1) == (hash | 1) && IsDefined(entry) && NameOf(entry).SequenceEqual(wanted))
            {
                return true;
            }

            if ((other & 1) == 1)
            {
                return false;
            }
        }
    }

    private static ElfSection Section(ElfLibrary library, uint type) =>
        library.Sections.FirstOrDefault(section => section.Type == type) is { Size: > 0 } found
            ? found
            : throw new InvalidDataException("it is a library without the tables that a loader reads");

    // A library that needs no version of another has no such table.
    private static byte[] Optional(ElfLibrary library, uint type) =>
        library.Sections.FirstOrDefault(section => section.Type == type) is { Size: > 0 } found ? library.Content(found) : [];

    private static bool IsDefined(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadUInt16LittleEndian(entry[6..]) != 0;

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 5381;
        foreach (byte letter in name)
        {
            hash = (hash * 33) + letter;
        }

        return hash;
    }

    private ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> entry)
    {
        ReadOnlySpan<byte> rest = _names.AsSpan((int)BinaryPrimitives.ReadUInt32LittleEndian(entry));
        return rest[..rest.IndexOf((byte)0)];
    }

    private uint Word(uint index) => BinaryPrimitives.ReadUInt32LittleEndian(_hashes.AsSpan((int)index * 4));
}
