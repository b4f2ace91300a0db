using NUnit.Framework;
using Perf.Tool.Reports.Html;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html;

[TestFixture]
public sealed class ShownTextTests
{
    [TestCase("plain text")]
    [TestCase("two\nlines\tand a tab")]
    [TestCase("קבלה 🧾 é")]
    public void TextStaysAsItIs(string text) => ShownText.Of(text).ShouldBe(text);

    // In one test without arguments: the name of a test may not hold them.
    [Test]
    public void WhatABrowserCouldNotShowOrWouldObeyIsWrittenOut()
    {
        ShownText.Of("a\0b").ShouldBe("a⟨U+0000⟩b");
        ShownText.Of("a\u202Eb\u2069").ShouldBe("a⟨U+202E⟩b⟨U+2069⟩");
        ShownText.Of("\u001B[31m").ShouldBe("⟨U+001B⟩[31m");
        ShownText.Of("\uFFFE").ShouldBe("⟨U+FFFE⟩");
        ShownText.Of("x" + '\uD83E').ShouldBe("x⟨U+D83E⟩");
        ShownText.Of('\uDFFF' + "x").ShouldBe("⟨U+DFFF⟩x");
    }
}
