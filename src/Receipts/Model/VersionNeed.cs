using System.Buffers.Binary;
using System.Text;

namespace Receipts.Model;

/// <summary>
/// Marks the need of an ELF library for a version of another as weak, so that the loader goes on without it
/// (section type SHT_GNU_verneed and flag VER_FLG_WEAK of the Linux Standard Base, "Symbol Versioning").
/// </summary>
internal static class VersionNeed
{
    private const uint VersionNeedSection = 0x6ffffffe;
    private const ushort WeakFlag = 2;
    private const int SectionHeadersOffset = 0x28;
    private const int SectionHeaderSize = 0x3A;
    private const int SectionHeaderCount = 0x3C;

    /// <summary>Changes the bytes of a 64-bit little-endian library.</summary>
    /// <returns>How many needs were marked; 0 where the version is not needed, or marked already.</returns>
    /// <exception cref="InvalidDataException">The bytes are no such library.</exception>
    public static int MarkWeak(byte[] library, string version)
    {
        if (library.Length < 64 || !library.AsSpan(0, 6).SequenceEqual((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            throw new InvalidDataException("it is no 64-bit library of Linux");
        }

        try
        {
            return Sections(library).Where(section => Word(library, section + 4) == VersionNeedSection).Sum(section => Mark(library, section, version));
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("it is a damaged library", e);
        }
    }

    private static IEnumerable<int> Sections(byte[] library)
    {
        int first = (int)Long(library, SectionHeadersOffset);
        return Enumerable.Range(0, Half(library, SectionHeaderCount)).Select(index => first + (index * Half(library, SectionHeaderSize)));
    }

    private static int Mark(byte[] library, int section, string version)
    {
        int marked = 0;
        int need = (int)Long(library, section + 24);
        int strings = (int)Long(library, (int)Long(library, SectionHeadersOffset) + ((int)Word(library, section + 40) * Half(library, SectionHeaderSize)) + 24);
        for (int next = -1; next != 0; need += next)
        {
            int item = need + (int)Word(library, need + 8);
            for (int left = Half(library, need + 2); left > 0; left--)
            {
                if (NameAt(library, strings + (int)Word(library, item + 8)) == version && (Half(library, item + 4) & WeakFlag) == 0)
                {
                    library[item + 4] |= (byte)WeakFlag;
                    marked++;
                }

                item += (int)Word(library, item + 12);
            }

            next = (int)Word(library, need + 12);
        }

        return marked;
    }

    private static string NameAt(byte[] library, int start) =>
        Encoding.ASCII.GetString(library, start, Array.IndexOf(library, (byte)0, start) - start);

    private static ushort Half(byte[] library, int at) => BinaryPrimitives.ReadUInt16LittleEndian(library.AsSpan(at));

    private static uint Word(byte[] library, int at) => BinaryPrimitives.ReadUInt32LittleEndian(library.AsSpan(at));

    private static ulong Long(byte[] library, int at) => BinaryPrimitives.ReadUInt64LittleEndian(library.AsSpan(at));
}
