using NUnit.Framework;
using Receipts.Images;
using Shouldly;

namespace Receipts.Tests.Images;

public sealed class SroieFolderTests
{
    private const string Line = "1,2,31,2,31,12,1,12,TOTAL\n";

    private static readonly byte[] Image =
        SyntheticReceipts.Create(new SyntheticOptions { Count = 1 })[0].Encoded.ToArray();

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void ReceiptsComeInTheOrderOfTheirNames()
    {
        foreach (string name in new[] { "010", "002", "001" })
        {
            _folder.Write(name + ".jpg", Image);
            _folder.Write(name + ".csv", Line);
        }

        IReadOnlyList<Receipt> receipts = SroieFolder.Load(_folder.Path);

        receipts.Select(receipt => receipt.Name).ShouldBe(["001.jpg", "002.jpg", "010.jpg"]);
        receipts[0].Lines.ShouldBe([new TextLine(Quadrilateral.Upright(1, 2, 31, 12), "TOTAL")]);
        using ReceiptImage image = receipts[0].Load();
        (image.Width, image.Height).ShouldBe((720, 1120));
    }

    [Test]
    public void AMissingFolderIsNamed() =>
        Message(_folder.File("nowhere")).ShouldBe($"{_folder.File("nowhere")}: there is no such folder.");

    [Test]
    public void AnEmptyFolderIsAnError() => Message(_folder.Path).ShouldStartWith($"{_folder.Path}: no receipts here");

    [Test]
    public void AnImageWithoutGroundTruthIsAnError()
    {
        _folder.Write("001.jpg", Image);

        Message(_folder.Path)
            .ShouldBe($"{_folder.File("001.csv")}: the ground truth that belongs to 001.jpg is missing.");
    }

    [Test]
    public void GroundTruthWithoutAnImageIsAnError()
    {
        _folder.Write("001.csv", Line);

        Message(_folder.Path).ShouldBe($"{_folder.File("001.jpg")}: the image that belongs to 001.csv is missing.");
    }

    [Test]
    public void ABadLineIsNamedWithItsNumber()
    {
        _folder.Write("001.jpg", Image);
        _folder.Write("001.csv", Line + "\n1,2,3\n");

        var error = Should.Throw<ReceiptDataException>(() => SroieFolder.Load(_folder.Path));

        (error.File, error.Line).ShouldBe((_folder.File("001.csv"), 3));
        error.Message.ShouldContain("001.csv:3: expected x1,y1");
    }

    [Test]
    public void TextThatIsNotUtf8IsAnError()
    {
        _folder.Write("001.jpg", Image);
        _folder.Write("001.csv", [.. "1,2,31,2,31,12,1,12,"u8, 0xE9, (byte)'\n']);

        Message(_folder.Path).ShouldBe($"{_folder.File("001.csv")}: the text is not UTF-8.");
    }

    private static string Message(string folder) =>
        Should.Throw<ReceiptDataException>(() => SroieFolder.Load(folder)).Message;
}
