using System.Text;
using NUnit.Framework;
using Perf.Reporting;
using Shouldly;

namespace Perf.Tests.Reporting;

[TestFixture]
public sealed class MarkdownTextTests
{
    [Test]
    public void WhatDoesNotFitIsCountedAndTheEndIsAlwaysThere()
    {
        MarkdownText text = new(2048);
        for (int part = 0; part < 100; part++)
        {
            text.Add(new string('é', 50) + "\n");
        }

        text.Close("the end");

        text.LeftOut.ShouldBe(100 - 15);
        text.ToString().ShouldEndWith("\nthe end\n");
        Encoding.UTF8.GetByteCount(text.ToString()).ShouldBeLessThan(2048);
    }

    [TestCase("plain", "```text\nplain\n```\n")]
    [TestCase("a ```` b\n```", "`````text\na ```` b\n```\n`````\n")]
    public void AFenceIsLongerThanWhatIsInIt(string text, string fenced) => MarkdownText.Fenced(text).ShouldBe(fenced);
}
