using NUnit.Framework;
using Receipts.Images;
using Shouldly;

namespace Receipts.Tests.Images;

public sealed class ReceiptImageTests
{
    private static readonly byte[] Encoded =
        SyntheticReceipts.Create(new SyntheticOptions { Count = 1 })[0].Encoded.ToArray();

    [Test]
    public void AMissingImageIsNamed() =>
        Should.Throw<ReceiptDataException>(() => ReceiptImage.FromFile("nowhere.jpg"))
            .Message.ShouldBe("nowhere.jpg: there is no such image.");

    [Test]
    public void ATruncatedImageIsAnError() =>
        Should.Throw<ReceiptDataException>(() =>
                ReceiptImage.FromBytes(Encoded.AsSpan(0, Encoded.Length / 2), "half.jpg"))
            .Message.ShouldBe("half.jpg: the image is truncated; only a part of it can be decoded.");

    [Test]
    public void WhatIsNoImageIsAnError() =>
        Should.Throw<ReceiptDataException>(() => ReceiptImage.FromBytes("TOTAL 12.00"u8, "note.jpg"))
            .Message.ShouldStartWith("note.jpg: this is no image");

    [Test]
    public void AnEmptyFileIsAnError()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("empty.jpg", ReadOnlySpan<byte>.Empty);

        Should.Throw<ReceiptDataException>(() => ReceiptImage.FromFile(path)).File.ShouldBe(path);
    }

    [Test]
    public void TheHashIsThatOfTheContent()
    {
        using var folder = new TemporaryFolder();
        using ReceiptImage fromFile = ReceiptImage.FromFile(folder.Write("a.jpg", Encoded));
        using ReceiptImage fromMemory = ReceiptImage.FromBytes(Encoded, "b.jpg");
        using ReceiptImage other = SyntheticReceipts.Create(new SyntheticOptions { Count = 2 })[1].Load();

        fromFile.ContentHash.ShouldBe(fromMemory.ContentHash);
        fromFile.ContentHash.ShouldNotBe(other.ContentHash);
    }
}
