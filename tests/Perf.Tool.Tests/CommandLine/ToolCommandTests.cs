using System.CommandLine;
using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.CommandLine;
using Shouldly;

namespace Perf.Tool.Tests.CommandLine;

[TestFixture]
public sealed class ToolCommandTests
{
    [TestCase("compare", "", "run.json", "--max-regression", "10")]
    [TestCase("merge", "", "--output", "runs.json")]
    [TestCase("merge", "run.json", "--output", "")]
    [TestCase("baseline", "accept", "", "--all", "--reason", "why")]
    [TestCase("baseline", "import", "")]
    [TestCase("report", "run.json", "--html", "")]
    public async Task AValueThatIsEmptyIsMisuseAndNoRegression(params string[] arguments)
    {
        using TemporaryFolder folder = new();

        PerfTool ended = await PerfTool.Run(folder.Path, arguments);

        ended.ExitCode.ShouldBe(3, ended.Output);
        ended.Error.ShouldContain("is empty");
        ended.Output.ShouldNotContain("   at Perf.");
    }

    [Test]
    public async Task AFaultOfTheToolIsNoRegression()
    {
        RootCommand root = new() { ToolCommand.Create("odd", "Fails.", [], [], (_, _, _) => throw new InvalidOperationException("odd")) };

        (await root.Parse(["odd"]).InvokeAsync()).ShouldBe((int)ExitCode.Misuse);
    }

    [Test]
    public async Task AShardThatIsNoneIsMisuseOfRecordToo()
    {
        using TemporaryFolder folder = new();

        PerfTool ended = await PerfTool.Run(folder.Path, "baseline", "record", "--shard", "4/3");

        ended.ExitCode.ShouldBe(3, ended.Output);
        ended.Error.ShouldContain("--shard is \"4/3\"");
    }
}
