using NUnit.Framework;
using Perf.Tool.Merges;
using Shouldly;

namespace Perf.Tool.Tests.Merges;

[TestFixture]
public sealed class ShardNameTests
{
    [TestCase("2/3", new[] { 2 }, 3)]
    [TestCase("3,1/4", new[] { 1, 3 }, 4)]
    public void AShardIsSomeOfSoMany(string text, int[] parts, int of)
    {
        ShardName shard = ShardName.Parse(text)!;

        shard.Parts.ShouldBe(parts);
        shard.Of.ShouldBe(of);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("3")]
    [TestCase("0/3")]
    [TestCase("4/3")]
    [TestCase("a/3")]
    [TestCase("1/3/3")]
    public void WhatIsNoShardIsNone(string? text) => ShardName.Parse(text).ShouldBeNull();
}
