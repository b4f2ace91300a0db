using System.Buffers.Binary;
using System.Text;

namespace Receipts.Native;

/// <summary>
/// Marks the need of an ELF library for a version of another as weak, so that the loader goes on without it
/// (section type SHT_GNU_verneed and flag VER_FLG_WEAK of the Linux Standard Base, "Symbol Versioning").
/// </summary>
internal static class VersionNeed
{
    private const ushort WeakFlag = 2;

    /// <summary>Changes the bytes of a library.</summary>
    /// <returns>How many needs were marked; 0 where the version is not needed, or marked already.</returns>
    /// <exception cref="InvalidDataException">The bytes are no library that is read here.</exception>
    public static int MarkWeak(byte[] library, string version)
    {
        try
        {
            IReadOnlyList<ElfSection> sections = ElfLibrary.Read(new MemoryStream(library)).Sections;
            return sections
                .Where(section => section.Type == ElfSection.VersionNeeds)
                .Sum(section => Mark(library, (int)section.Offset, (int)sections[section.Link].Offset, version));
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("it is a damaged library", e);
        }
    }

    private static int Mark(byte[] library, int need, int strings, string version)
    {
        int marked = 0;
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
}
