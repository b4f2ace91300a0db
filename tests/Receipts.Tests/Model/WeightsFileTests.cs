using NUnit.Framework;
using Receipts.Model;
using Shouldly;

namespace Receipts.Tests.Model;

public sealed class WeightsFileTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeAFolder() => _folder = Directory.CreateTempSubdirectory("receipts-weights-").FullName;

    [TearDown]
    public void RemoveIt() => Directory.Delete(_folder, recursive: true);

    private static byte[] Published => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, WeightsFile.Name));

    [Test]
    public void AMissingFileIsNamed() =>
        Should.Throw<FileNotFoundException>(() => TextDetector.Load(Path.Combine(_folder, "none.onnx")))
            .Message.ShouldContain("none.onnx");

    [Test]
    public void AnEmptyFileIsNamed() => Refused([]).ShouldContain("the file is empty");

    [Test]
    public void ATruncatedFileIsNamed() => Refused(Published[..1_000_000]).ShouldContain("no whole ONNX model");

    [Test]
    public void AForeignFileIsNamed() => Refused("this is no model"u8.ToArray()).ShouldContain("bad.onnx");

    [Test]
    public void AnEarlierFailureIsForgottenOnceTheFileIsMended()
    {
        string path = Path.Combine(_folder, "mended.onnx");
        File.WriteAllBytes(path, []);
        Should.Throw<InvalidDataException>(() => TextDetector.Load(path));

        File.WriteAllBytes(path, Published);

        using TextDetector detector = TextDetector.Load(path);
        detector.Detect(new ImageTensor(new float[3 * 32 * 32], 32, 32)).Values.Length.ShouldBe(32 * 32);
    }

    [Test]
    public void ATensorWithoutAPlaceIsAnError()
    {
        Dictionary<string, WeightTensor> more = new(OnnxWeights.Read(Published)) { ["stray"] = new WeightTensor([1], [1f]) };

        Should.Throw<InvalidDataException>(() => new DetectorNetwork(more, TorchSharp.torch.CPU)).Message.ShouldContain("stray");
    }

    [Test]
    public void AMissingTensorIsAnError()
    {
        Dictionary<string, WeightTensor> fewer = new(OnnxWeights.Read(Published));
        fewer.Remove("conv2d_159.w_0");

        Should.Throw<InvalidDataException>(() => new DetectorNetwork(fewer, TorchSharp.torch.CPU)).Message.ShouldContain("conv2d_159.w_0");
    }

    private string Refused(byte[] content)
    {
        string path = Path.Combine(_folder, "bad.onnx");
        File.WriteAllBytes(path, content);
        return Should.Throw<InvalidDataException>(() => TextDetector.Load(path)).Message;
    }
}
