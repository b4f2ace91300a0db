using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Execution;
using Shouldly;

namespace Perf.Tests.Execution;

[TestFixture]
public sealed class CSharpCodeTests
{
    [TestCase("a // b\nc", "a \nc")]
    [TestCase("a /* b\nc */ d", "a \n d")]
    [TestCase("a \"b\\\"c\" d", "a d")]
    [TestCase("a @\"b\"\"c\\\" d", "a @ d")]
    [TestCase("a \"\"\"b \" c\"\"\" d", "a d")]
    [TestCase("a '\"' b '\\'' c", "a b c")]
    [TestCase("a $\"{{b}} {c(\"}\")} d\" e", "a $ e")]
    [TestCase("a $@\"{b} \"\" \\\" c", "a $@ c")]
    [TestCase("#if A [B]\nc # d", " \nc # d")]
    [TestCase("a /* never closed", "a ")]
    [TestCase("a \"never closed", "a ")]
    [TestCase("a $\"{never closed", "a $ ")]
    [TestCase("", "")]
    public void WhatIsNoCodeIsBlankAndAllElseStaysInItsPlace(string source, string code)
    {
        string blanked = CSharpCode.Of(source);

        Regex.Replace(blanked, " +", " ").ShouldBe(code);
        blanked.Length.ShouldBe(source.Length);
        blanked.Index().ShouldAllBe(letter => letter.Item == ' ' || letter.Item == source[letter.Index]);
    }
}
