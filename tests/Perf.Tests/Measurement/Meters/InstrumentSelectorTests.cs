using CsCheck;
using NUnit.Framework;
using Perf.Measurement.Meters;
using Shouldly;

namespace Perf.Tests.Measurement.Meters;

[TestFixture]
public sealed class InstrumentSelectorTests
{
    private enum Stage
    {
        Forward,
    }

    [Test]
    public void ANameAloneMatchesEveryRecordingOfIt()
    {
        var selector = InstrumentSelector.Parse(" receipts.images ");

        selector.Name.ShouldBe("receipts.images");
        selector.Tags.ShouldBeEmpty();
        selector.Matches("receipts.images", [new("split", "test")]).ShouldBeTrue();
        selector.Matches("receipts.Images", []).ShouldBeFalse();
    }

    [Test]
    public void ARecordingNeedsAllTagsOfTheSelectorAndMayHaveMore()
    {
        var selector = InstrumentSelector.Parse("stage{name=forward, hit = true}");

        selector.Matches("stage", [new("hit", true), new("more", 1), new("name", "forward")]).ShouldBeTrue();
        selector.Matches("stage", [new("name", "forward")]).ShouldBeFalse();
        selector.Matches("stage", [new("name", "forward"), new("hit", false)]).ShouldBeFalse();
    }

    [TestCase(true, "true", true)]
    [TestCase(true, "True", true)]
    [TestCase(false, "true", false)]
    [TestCase("forward", "forward", true)]
    [TestCase("Forward", "forward", false)]
    [TestCase(3, "3", true)]
    [TestCase(0.5, "0.5", true)]
    [TestCase('x', "x", true)]
    [TestCase(Stage.Forward, "Forward", true)]
    [TestCase(null, "null", false)]
    public void TagValuesAreComparedByTheirInvariantText(object? value, string text, bool matches) =>
        InstrumentSelector.Parse($"i{{tag={text}}}").Matches("i", [new("tag", value)]).ShouldBe(matches);

    [TestCase("", "it has no name")]
    [TestCase("{stage=forward}", "it has no name")]
    [TestCase("two words", "'two words' is not a name")]
    [TestCase("i}", "'i}' is not a name")]
    [TestCase("i{stage=forward", "the closing '}' is missing or not at the end")]
    [TestCase("i{stage=forward}x", "the closing '}' is missing or not at the end")]
    [TestCase("i{}", "'' is not tag=value")]
    [TestCase("i{stage}", "'stage' is not tag=value")]
    [TestCase("i{=forward}", "'=forward' is not tag=value")]
    [TestCase("i{stage=}", "'stage=' is not tag=value")]
    [TestCase("i{a=b,}", "'' is not tag=value")]
    [TestCase("i{a=b=c}", "'a=b=c' is not tag=value")]
    [TestCase("i{a=b}}", "'a=b}' is not tag=value")]
    [TestCase("i{a=b,a=c}", "the tag 'a' is given twice")]
    public void BadTextIsRefusedWithWhatIsWrong(string text, string what) =>
        Should.Throw<FormatException>(() => InstrumentSelector.Parse(text)).Message
            .ShouldStartWith($"'{text}' names no instrument: {what}; ");

    [Test]
    public void TheTextOfASelectorReadsAsAnEqualSelector()
    {
        Gen<string> word = Gen.String[Gen.Char.AlphaNumeric, 1, 8];
        Gen.Select(word, Gen.Dictionary(word, word)[0, 4]).Sample((name, tags) =>
        {
            var selector = new InstrumentSelector(name, tags);
            var read = InstrumentSelector.Parse(selector.ToString());
            return read.Equals(selector) && read.GetHashCode() == selector.GetHashCode();
        });
    }

    [Test]
    public void SelectorsOfOtherTagsDiffer() =>
        InstrumentSelector.Parse("i{a=b}").ShouldNotBe(InstrumentSelector.Parse("i{a=c}"));

    [Test]
    public void MatchingAllocatesNothing()
    {
        var selector = InstrumentSelector.Parse("i{hit=true,size=12,stage=forward}");
        KeyValuePair<string, object?>[] tags = [new("stage", "forward"), new("size", 12), new("hit", true)];
        bool all = selector.Matches("i", tags);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 1000; call++)
        {
            all &= selector.Matches("i", tags);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        all.ShouldBeTrue();
    }
}
