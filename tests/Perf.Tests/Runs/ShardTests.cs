using CsCheck;
using NUnit.Framework;
using Perf.Runs;
using Shouldly;

namespace Perf.Tests.Runs;

[TestFixture]
public sealed class ShardTests
{
    [Test]
    public void EveryTestIsInExactlyOneShard() =>
        Gen.Select(Gen.String, Gen.Int[1, 64]).Sample((method, count) =>
            Enumerable.Range(1, count).Count(number => Shard.NumberOf(method, count) == number) == 1);

    [Test]
    public void WhatIsWrittenIsRead() =>
        Gen.Int[1, int.MaxValue].SelectMany(count => Gen.Int[1, count].Select(number => new Shard(number, count)))
            .Sample(shard => Shard.TryParse(shard.ToString(), out Shard read) && read == shard);

    [Test]
    public void ShardsAreAboutEquallyLarge()
    {
        int[] sizes = [.. Enumerable.Range(0, 1000).CountBy(number => Shard.NumberOf($"Shop.Tests.Test{number}", 4)).Select(size => size.Value)];

        sizes.Length.ShouldBe(4);
        sizes.ShouldAllBe(size => size > 200 && size < 300);
    }

    // A matrix of several machines, and of several versions of this library, must agree: what is held here never changes.
    [TestCase("Shop.Tests.ParsingTests.Parses", 3, 2)]
    [TestCase("Shop.Tests.ParsingTests.Prints", 3, 3)]
    [TestCase("Shop.Tests.ParsingTests.Prints", 2, 1)]
    public void ATestStaysInItsShard(string method, int count, int expected) => Shard.NumberOf(method, count).ShouldBe(expected);

    [TestCase("0/3")]
    [TestCase("4/3")]
    [TestCase("-1/3")]
    [TestCase("1/0")]
    [TestCase("x")]
    [TestCase("1")]
    [TestCase("1/2/3")]
    [TestCase("/")]
    [TestCase(" 1/2")]
    [TestCase("1/2147483648")]
    [TestCase("")]
    [TestCase(null)]
    public void WhatIsNoShardIsRefused(string? text) => Shard.TryParse(text, out _).ShouldBeFalse();
}
