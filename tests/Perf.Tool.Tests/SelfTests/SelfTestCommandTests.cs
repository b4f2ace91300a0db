using System.Text.Json;
using NUnit.Framework;
using Perf.Tool.Processes;
using Perf.Tool.SelfTests;
using Shouldly;

namespace Perf.Tool.Tests.SelfTests;

/// <summary>The tool as a user runs it. What is exact has no noise, and a delay of three times the body leaves none to decide.</summary>
[TestFixture]
public sealed class SelfTestCommandTests
{
    private const string Tests = """
        using NUnit.Framework;
        using Perf;

        public sealed class ParsingTests
        {
            [Test, MaxRegression(10, Metric = "allocated_bytes")]
            public void Parses() => System.GC.KeepAlive(new byte[1000]);

            [TestCase(2000), MaxAllocations(5000)]
            public void Prints(int bytes) => System.GC.KeepAlive(new byte[bytes]);

            [Test, MaxRegression(100)]
            public void Waits() => System.Threading.Thread.Sleep(5);

            [Test, MaxDuration(30)]
            public void Starts() => System.Threading.Thread.Sleep(1);
        }
        """;

    private SomeRepository _repository = null!;

    [OneTimeSetUp]
    public async Task MakeARepository()
    {
        _repository = await SomeRepository.Create();
        SomeProject.Write(_repository);
        _repository.Write("tests/App.Perf/ParsingTests.cs", Tests);
        await _repository.Commit();
    }

    [OneTimeTearDown]
    public void RemoveIt() => _repository.Dispose();

    [Test]
    public async Task TheSameCodeDoesNotFireAndInjectionsDo()
    {
        ChildProcess ended = await SelfTest("--delay", "300");

        ended.ExitCode.ShouldBe(0, ended.Output);
        string output = ended.Output;
        Row(output, "Parses").ShouldBe(["ParsingTests.Parses", "[MaxRegression(10, Metric = \"allocated_bytes\")]", "0 of 1", "-", "1 of 1 (1137 B)"]);
        Row(output, "Prints").ShouldBe(["ParsingTests.Prints(2000)", "[MaxAllocations(5000)]", "-", "-", "1 of 1 (4298 B)"]);
        Row(output, "Waits").ShouldBe(["ParsingTests.Waits", "[MaxRegression(100)]", "0 of 1", "1 of 1 (300 %)", "-"]);
        output.ShouldContain("the same code twice: fired 0 of 2 (95 %: 0 … 84.2 %); it must not");
        output.ShouldContain("injected delay: fired 1 of 1 (95 %: 2.5 … 100 %); it must");
        output.ShouldContain("injected allocation: fired 2 of 2 (95 %: 15.8 … 100 %); it must");
        output.ShouldContain("not applicable: ParsingTests.Starts: [MaxDuration(30)] promises neither time beside a baseline nor allocations");
        Directory.Exists(Path.Combine(_repository.Root, ".perf", "selftest")).ShouldBeFalse();
    }

    [Test]
    public async Task RoundsAreCountedAndOneTestMayBeAsked()
    {
        ChildProcess ended = await SelfTest("--rounds", "2", "--test", "Parses", "--json");

        ended.ExitCode.ShouldBe(0, ended.Output);
        // What is for people is on the standard error, and begins no line with a blank.
        IEnumerable<string> json = ended.Output.Split('\n').SkipWhile(line => line != "{").Where(line => line is "{" or "}" || line.StartsWith(' '));
        using JsonDocument document = JsonDocument.Parse(string.Concat(json));
        JsonElement[] answers = [.. document.RootElement.GetProperty("answers").EnumerateArray()];
        answers.Select(answer => answer.GetProperty("question").GetString()).ShouldBe(["SameCode", "Allocation"]);
        answers[0].GetProperty("kept").GetInt32().ShouldBe(2);
        answers[1].GetProperty("fired").GetInt32().ShouldBe(2);
    }

    [TestCase("--delay", "0")]
    [TestCase("--delay", "much")]
    [TestCase("--rounds", "0")]
    public async Task MisuseHasAnExitCodeOfItsOwn(string option, string value)
    {
        ChildProcess ended = await SelfTest(option, value);

        ended.ExitCode.ShouldBe(3, ended.Output);
        ended.Output.ShouldContain(option);
    }

    private static string[] Row(string output, string test) => [.. output.Split('\n')
        .Single(line => line.StartsWith('|') && line.Contains($"ParsingTests.{test}", StringComparison.Ordinal))
        .Trim('|', '\r', ' ').Split('|').Select(cell => cell.Trim())];

    private Task<ChildProcess> SelfTest(params string[] arguments) => Dotnet.Run(
        _repository.Root, [typeof(SelfTestRun).Assembly.Location, "selftest", .. arguments], SomeProject.Environment, CancellationToken.None);
}
