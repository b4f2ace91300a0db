using System.Buffers.Binary;
using System.Text;

namespace Perf.Tool.Tests.Reports.Otlp;

/// <summary>A message of protobuf without its description: fields by their numbers.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, byte[] Value)> _fields = [];

    public ProtobufMessage(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            ulong tag = Varint(ref bytes);
            int length = (tag & 7) switch
            {
                1 => 8,
                2 => (int)Varint(ref bytes),
                5 => 4,
                0 => 0,
                ulong other => throw new FormatException($"wire type {other}"),
            };
            byte[] value = (tag & 7) == 0 ? BitConverter.GetBytes(Varint(ref bytes)) : bytes[..length].ToArray();
            bytes = bytes[length..];
            _fields.Add(((int)(tag >> 3), value));
        }
    }

    /// <summary>The messages at a path of field numbers, each repeated as often as it is there.</summary>
    public IEnumerable<ProtobufMessage> All(params int[] path) => path.Length == 0
        ? [this]
        : _fields.Where(field => field.Field == path[0]).SelectMany(field => new ProtobufMessage(field.Value).All(path[1..]));

    public string Text(int field) => Encoding.UTF8.GetString(_fields.FirstOrDefault(known => known.Field == field).Value ?? []);

    public double Double(int field) => BinaryPrimitives.ReadDoubleLittleEndian(_fields.Single(known => known.Field == field).Value);

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
