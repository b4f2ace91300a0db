using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Receipts.Model;

/// <summary>Reads the float32 tensors of an ONNX file by name: graph initializers and Constant nodes.</summary>
/// <remarks>Field numbers are those of onnx.proto3, ONNX IR version 3 and later.</remarks>
internal static class OnnxWeights
{
    private const int ModelGraph = 7;
    private const int GraphNode = 1;
    private const int GraphInitializer = 5;
    private const int NodeOutput = 2;
    private const int NodeOperator = 4;
    private const int NodeAttribute = 5;
    private const int AttributeTensor = 5;
    private const int TensorDimensions = 1;
    private const int TensorDataType = 2;
    private const int TensorFloats = 4;
    private const int TensorName = 8;
    private const int TensorRawData = 9;
    private const int DataTypeFloat = 1;

    /// <summary>Reads every named float32 tensor of <paramref name="file"/>.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a whole ONNX model.</exception>
    public static IReadOnlyDictionary<string, WeightTensor> Read(byte[] file)
    {
        var tensors = new Dictionary<string, WeightTensor>();
        try
        {
            ReadModel(new CodedInputStream(file), tensors);
        }
        catch (InvalidProtocolBufferException damage)
        {
            throw new InvalidDataException($"it is no whole ONNX model: {damage.Message}", damage);
        }

        return tensors;
    }

    private static void ReadModel(CodedInputStream model, Dictionary<string, WeightTensor> tensors)
    {
        while (model.ReadTag() is var tag and not 0)
        {
            if (Field(tag) == ModelGraph)
                ReadGraph(model.ReadBytes().CreateCodedInput(), tensors);
            else
                model.SkipLastField();
        }
    }

    private static void ReadGraph(CodedInputStream graph, Dictionary<string, WeightTensor> tensors)
    {
        while (graph.ReadTag() is var tag and not 0)
        {
            if (Field(tag) == GraphInitializer)
                ReadTensor(graph.ReadBytes().CreateCodedInput(), name: null, tensors);
            else if (Field(tag) == GraphNode)
                ReadNode(graph.ReadBytes().CreateCodedInput(), tensors);
            else
                graph.SkipLastField();
        }
    }

    private static void ReadNode(CodedInputStream node, Dictionary<string, WeightTensor> tensors)
    {
        string? output = null;
        string? operation = null;
        ByteString? tensor = null;
        while (node.ReadTag() is var tag and not 0)
        {
            if (Field(tag) == NodeOutput)
                output = node.ReadString();
            else if (Field(tag) == NodeOperator)
                operation = node.ReadString();
            else if (Field(tag) == NodeAttribute)
                tensor = TensorOfAttribute(node.ReadBytes().CreateCodedInput()) ?? tensor;
            else
                node.SkipLastField();
        }

        if (operation == "Constant" && tensor is not null)
            ReadTensor(tensor.CreateCodedInput(), output, tensors);
    }

    private static ByteString? TensorOfAttribute(CodedInputStream attribute)
    {
        ByteString? tensor = null;
        while (attribute.ReadTag() is var tag and not 0)
        {
            if (Field(tag) == AttributeTensor)
                tensor = attribute.ReadBytes();
            else
                attribute.SkipLastField();
        }

        return tensor;
    }

    private static void ReadTensor(CodedInputStream tensor, string? name, Dictionary<string, WeightTensor> tensors)
    {
        var shape = new List<long>();
        var dataType = 0;
        var bytes = ByteString.Empty;
        while (tensor.ReadTag() is var tag and not 0)
        {
            switch (Field(tag))
            {
                case TensorDimensions:
                    ReadDimensions(tensor, tag, shape);
                    break;
                case TensorDataType:
                    dataType = tensor.ReadInt32();
                    break;
                case TensorFloats or TensorRawData when IsLengthDelimited(tag):
                    // Packed floats and raw data are the same bytes: little-endian float32, one after another.
                    bytes = tensor.ReadBytes();
                    break;
                case TensorName:
                    string ownName = tensor.ReadString();
                    name ??= ownName;
                    break;
                default:
                    tensor.SkipLastField();
                    break;
            }
        }

        if (dataType == DataTypeFloat && name is not null)
            Add(name, shape, bytes, tensors);
    }

    private static void Add(string name, List<long> shape, ByteString bytes, Dictionary<string, WeightTensor> tensors)
    {
        var values = MemoryMarshal.Cast<byte, float>(bytes.Span).ToArray();
        var expected = shape.Aggregate(1L, (count, side) => count * side);
        if (values.Length != expected)
            throw new InvalidDataException($"tensor {name} holds {values.Length} numbers, its shape asks {expected}");

        if (!tensors.TryAdd(name, new WeightTensor(shape, values)))
            throw new InvalidDataException($"tensor {name} is there twice");
    }

    private static void ReadDimensions(CodedInputStream tensor, uint tag, List<long> shape)
    {
        if (!IsLengthDelimited(tag))
        {
            shape.Add(tensor.ReadInt64());
            return;
        }

        var packed = tensor.ReadBytes().CreateCodedInput();
        while (!packed.IsAtEnd)
            shape.Add(packed.ReadInt64());
    }

    private static int Field(uint tag) => WireFormat.GetTagFieldNumber(tag);

    private static bool IsLengthDelimited(uint tag) =>
        WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited;
}
