using System.Buffers.Binary;

namespace Receipts.Native;

/// <summary>The sections of a shared library of Linux (ELF, 64 bits, little-endian), read where they are asked for.</summary>
internal sealed class ElfLibrary
{
    /// <summary>The machine that TorchSharp's library for Linux is made for.</summary>
    public const string Architecture = "x86-64";

    private const int HeaderSize = 64;
    private const int MachineAt = 0x12;
    private const int SectionHeadersAt = 0x28;
    private const int SectionHeaderSizeAt = 0x3A;
    private const ushort X64 = 62;

    private readonly Stream _file;

    private ElfLibrary(Stream file, IReadOnlyList<ElfSection> sections)
    {
        _file = file;
        Sections = sections;
    }

    /// <summary>The sections in the order of the file.</summary>
    public IReadOnlyList<ElfSection> Sections { get; }

    /// <summary>Reads the table of sections; the stream must stay open as long as contents are asked for.</summary>
    /// <exception cref="InvalidDataException">It is no such library, one of another architecture, or damaged.</exception>
    public static ElfLibrary Read(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        file.Position = 0;
        if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize
            || !header.StartsWith((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F']))
        {
            throw new InvalidDataException("it is no library of Linux (ELF)");
        }

        ushort machine = BinaryPrimitives.ReadUInt16LittleEndian(header[MachineAt..]);
        if (header[4] != 2 || header[5] != 1 || machine != X64)
        {
            throw new InvalidDataException($"it is a library for {NameOf(machine)} and not for {Architecture}");
        }

        int size = BinaryPrimitives.ReadUInt16LittleEndian(header[SectionHeaderSizeAt..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(header[(SectionHeaderSizeAt + 2)..]);
        byte[] table = Read(file, BinaryPrimitives.ReadInt64LittleEndian(header[SectionHeadersAt..]), (long)size * count);
        ElfSection[] sections = [.. Enumerable.Range(0, count).Select(index => ElfSection.Read(Row(table, index * size)))];
        return new ElfLibrary(file, sections);
    }

    /// <summary>The bytes of a section.</summary>
    /// <exception cref="InvalidDataException">The file ends before it.</exception>
    public byte[] Content(ElfSection section) => Read(_file, section.Offset, section.Size);

    private static ReadOnlySpan<byte> Row(byte[] table, int start) => table.Length - start >= ElfSection.HeaderSize
        ? table.AsSpan(start, ElfSection.HeaderSize)
        : throw Damaged();

    private static byte[] Read(Stream file, long offset, long size)
    {
        if (offset < 0 || size < 0 || size > Array.MaxLength || offset > file.Length - size)
        {
            throw Damaged();
        }

        byte[] content = new byte[size];
        file.Position = offset;
        file.ReadExactly(content);
        return content;
    }

    private static InvalidDataException Damaged() => new("it is a damaged library: its tables reach beyond its end");

    private static string NameOf(ushort machine) => machine switch
    {
        3 => "x86",
        40 => "ARM",
        X64 => "x86-64 in another format",
        183 => "ARM64",
        243 => "RISC-V",
        _ => $"another machine (ELF number {machine})",
    };
}
