using System.Text.Json;
using NUnit.Framework;
using Receipts.CommandLine;
using Receipts.Images;
using Receipts.Model;
using Receipts.Native;
using Receipts.Tests.PostProcessing;
using Shouldly;

namespace Receipts.Tests.CommandLine;

public sealed class ReceiptsCommandTests
{
    private TemporaryFolder _folder = null!;
    private string _image = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        byte[] encoded = SyntheticReceipts.Create(new SyntheticOptions { Count = 1 })[0].Encoded.ToArray();
        _image = _folder.Write("receipt.jpg", encoded);
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void DetectDrawsTheBoxesAsPng()
    {
        (int code, string output, string error) = Run("detect", _image, "--out", _folder.File("found"));

        (code, error).ShouldBe((ExitCode.Success, string.Empty));
        string drawn = Path.Combine(_folder.File("found"), "receipt.png");
        output.ShouldBe($"{drawn}: 1 lines of text{Environment.NewLine}");
        using ReceiptImage image = ReceiptImage.FromFile(drawn);
        (image.Width, image.Height).ShouldBe((720, 1120));
        image.Bitmap.Pixels.ShouldContain(pixel => pixel.Red > 200 && pixel.Green < 60);
    }

    [Test]
    public void ABadImageIsOneClearLine()
    {
        string path = _folder.Write("note.jpg", "no image");

        (int code, string output, string error) = Run("detect", path, "--out", _folder.File("found"));

        code.ShouldBe(ExitCode.Misuse);
        output.ShouldBeEmpty();
        error.ShouldBe($"{path}: this is no image; PNG, JPEG and WebP are understood.{Environment.NewLine}");
    }

    [Test]
    public void AMissingImageIsOneClearLine()
    {
        string path = _folder.File("nowhere.jpg");

        (int code, _, string error) = Run("detect", _image, path, "--out", _folder.File("found"));

        (code, error).ShouldBe((ExitCode.Misuse, $"{path}: there is no such image.{Environment.NewLine}"));
        Directory.Exists(_folder.File("found")).ShouldBeFalse();
    }

    [Test]
    public void TwoImagesOfOneNameDoNotOverwriteEachOther()
    {
        string other = _folder.File("receipt.webp");
        File.Copy(_image, other);

        (int code, _, string error) = Run("detect", _image, other, "--out", _folder.File("found"));

        code.ShouldBe(ExitCode.Misuse);
        error.ShouldContain("would overwrite receipt.png");
    }

    [Test]
    public void ValidatePrintsValidJson()
    {
        (int code, string output, string error) = Run("validate", "--count", "2", "--side", "320", "--json");

        (code, error).ShouldBe((ExitCode.Success, string.Empty));
        using var document = JsonDocument.Parse(output);
        JsonElement root = document.RootElement;
        root.GetProperty("data").GetString().ShouldBe("synthetic");
        root.GetProperty("side").GetInt32().ShouldBe(320);
        root.GetProperty("images").GetInt32().ShouldBe(2);
        root.GetProperty("found").GetInt32().ShouldBe(2);
        root.GetProperty("harmonicMean").GetDouble().ShouldBeInRange(0, 1);
        root.GetProperty("stageSecondsPerImage").EnumerateObject().Select(stage => stage.Name)
            .ShouldBe(["load", "pre-process", "forward", "post-process", "score"]);
    }

    [Test]
    public void ValidateReadsAFolder()
    {
        _folder.Write("receipt.csv", "1,2,31,2,31,12,1,12,TOTAL\n");

        (int code, string output, _) = Run("validate", "--data", _folder.Path, "--side", "320");

        code.ShouldBe(ExitCode.Success);
        output.ShouldStartWith("hmean      0.0000");
        output.ShouldContain("1 images");
    }

    [Test]
    public void ABadFolderIsOneClearLine()
    {
        (int code, _, string error) = Run("validate", "--data", _folder.File("nowhere"));

        code.ShouldBe(ExitCode.Misuse);
        error.ShouldBe($"{_folder.File("nowhere")}: there is no such folder.{Environment.NewLine}");
    }

    [TestCase("validate", "--side", "7", "--side must be between 32 and 4096, not 7.")]
    [TestCase("validate", "--side", "many", "many")]
    [TestCase("detect", "--out", "x", "detect")]
    [TestCase("detect", "a.jpg", "b.jpg", "--out")]
    [TestCase("validate", "--sidee", "7", "--sidee")]
    public void MisuseIsOneClearLine(string command, string first, string second, string expected)
    {
        (int code, string output, string error) = Run(command, first, second);

        code.ShouldBe(ExitCode.Misuse);
        output.ShouldBeEmpty();
        error.ShouldContain(expected);
        error.Trim().ShouldNotContain("\n");
    }

    [Test]
    public void HelpGivesExamples()
    {
        (int code, string output, _) = Run("--help");

        code.ShouldBe(ExitCode.Success);
        output.ShouldContain("receipts detect receipt.jpg --out found");
        output.ShouldContain("receipts validate --data sroie --side 960");
    }

    [Test]
    public void HelpSaysWhatAnotherDeviceNeeds()
    {
        Run("--help").Output.ShouldContain("LIBTORCH_HOME");
        Run("detect", "--help").Output.ReplaceLineEndings(" ").ShouldContain("Cuda needs a build with");
    }

    [Test]
    public void ALibtorchThatCannotBeLoadedIsOneLineThatBlamesNoOption()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        int code = ReceiptsCommand.Run(
            ["detect", _image, "--out", _folder.File("found")], output, error, (_, _) => throw new LibtorchException("LIBTORCH_HOME=/x: no such folder"));

        (code, error.ToString().TrimEnd()).ShouldBe((ExitCode.Misuse, "LIBTORCH_HOME=/x: no such folder"));
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = ReceiptsCommand.Run(arguments, output, error, (_, _) => new OneLine());
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Finds one line of text in the middle of whatever it sees.</summary>
    private sealed class OneLine : IDetector
    {
        public ProbabilityMap Detect(ImageTensor input) =>
            new PaintedMap(input.Width, input.Height).Rectangle(input.Width / 2.0, input.Height / 2.0, 60, 10, 0).Map;

        public void Dispose()
        {
        }
    }
}
