using System.Numerics;
using NUnit.Framework;
using Receipts.Images;
using Shouldly;

namespace Receipts.Tests.Images;

public sealed class SroieLinesTests
{
    [Test]
    public void TextMayHoldCommas() =>
        Parse("0,0,9,0,9,5,0,5,NO. 1, MILL ROAD, EASTBRIDGE").Text.ShouldBe("NO. 1, MILL ROAD, EASTBRIDGE");

    [Test]
    public void TextMayBeEmpty() => Parse("0,0,9,0,9,5,0,5,").Text.ShouldBeEmpty();

    [Test]
    public void CornersKeepTheirOrder() =>
        Parse("1,2,3.5,4,5,6,7,8,X").Corners.ShouldBe(
            new Quadrilateral(new Vector2(1, 2), new Vector2(3.5f, 4), new Vector2(5, 6), new Vector2(7, 8)));

    [Test]
    public void EmptyLinesArePassedOver() =>
        SroieLines.Parse(["", "0,0,9,0,9,5,0,5,A", "  "], "x.csv").Count.ShouldBe(1);

    [TestCase("0,0,9,0,9,5,0,5", "expected x1,y1,x2,y2,x3,y3,x4,y4,text, found 8 fields: \"0,0,9,0,9,5,0,5\".")]
    [TestCase("0,0,left,0,9,5,0,5,A", "field 3 must be a coordinate in pixels, found \"left\".")]
    [TestCase("0,0,9,0,9,NaN,0,5,A", "field 6 must be a coordinate in pixels, found \"NaN\".")]
    [TestCase("0,0,9,0,9,5,0,1e30,A", "field 8 must be a coordinate in pixels, found \"1e30\".")]
    public void ABadLineSaysWhatIsWrong(string line, string problem) =>
        Should.Throw<ReceiptDataException>(() => Parse(line)).Message.ShouldBe($"x.csv:1: {problem}");

    private static TextLine Parse(string line) => SroieLines.Parse([line], "x.csv").ShouldHaveSingleItem();
}
