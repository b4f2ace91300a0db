using NUnit.Framework;
using Perf.Tool.Reports.GitHub;
using Shouldly;

namespace Perf.Tool.Tests.Reports.GitHub;

[TestFixture]
public sealed class WorkflowCommandTests
{
    [Test]
    public void ItNamesFileAndLine() =>
        new WorkflowCommand("error", "slower", "by 15 %", "tests/A.cs", 13).ToString().ShouldBe("::error file=tests/A.cs,line=13,title=slower::by 15 %25");

    [Test]
    public void WithoutAFileItHasATitleAlone() => new WorkflowCommand("notice", "new", "x").ToString().ShouldBe("::notice title=new::x");

    [Test]
    public void WhatMeansSomethingToGitHubIsEscaped() =>
        new WorkflowCommand("warning", "a:b,c%\r\n::error::", "a:b,c%\r\n::error::", "x:y,z%.cs", 1).ToString()
            .ShouldBe("::warning file=x%3Ay%2Cz%25.cs,line=1,title=a%3Ab%2Cc%25%0D%0A%3A%3Aerror%3A%3A::a:b,c%25%0D%0A::error::");

    [Test]
    public void ALongTitleIsCutAndNeverThroughALetter()
    {
        string command = new WorkflowCommand("error", new string('a', 253) + "🧪🧪", "x").ToString();

        command.ShouldBe($"::error title={new string('a', 253)}…::x");
    }
}
