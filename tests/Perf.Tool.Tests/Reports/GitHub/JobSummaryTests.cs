using NUnit.Framework;
using Perf.Files;
using Perf.Reporting;
using Perf.Runs;
using Perf.Tests.Files;
using Perf.Tool.Reports.GitHub;
using Shouldly;

namespace Perf.Tool.Tests.Reports.GitHub;

[TestFixture]
public sealed class JobSummaryTests
{
    private static readonly RunDocument Run = JudgedRuns.Run(JudgedRuns.Test("Parses", JudgedRuns.Slower));

    [Test]
    public void ItIsAddedToWhatOtherStepsWrote()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["summary"], "before");

        JobSummary.Append(folder["summary"], [Run]);
        JobSummary.Append(folder["new"], [Run]);

        File.ReadAllText(folder["summary"]).ShouldBe("before\n\n" + Summary.Of(Run));
        File.ReadAllText(folder["new"]).ShouldBe(Summary.Of(Run));
    }

    [TestCase(0)]
    [TestCase(900_000)]
    public void ItStaysBelowWhatGitHubTakes(int before)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["summary"], new string('x', before));
        TestDocument[] tests = [.. Enumerable.Range(0, 3000).Select(index => JudgedRuns.Test($"T{index}{new string('é', 300)}", JudgedRuns.Slower))];

        JobSummary.Append(folder["summary"], [JudgedRuns.Run(tests)]);

        new FileInfo(folder["summary"]).Length.ShouldBeInRange(1_040_000, JobSummary.MostBytes);
        File.ReadAllText(folder["summary"]).ShouldMatch(@"\n\d+ more entries are left out: ");
    }

    [Test]
    public void AFileThatCannotBeWrittenIsAnErrorThatNamesIt()
    {
        using TemporaryFolder folder = new();

        Should.Throw<PerfFileException>(() => JobSummary.Append(folder.Path, [Run])).Message.ShouldStartWith($"{folder.Path}: cannot be written");
    }
}
