using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Tool.Reports.Html.Plots;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Plots;

[TestFixture]
public sealed partial class CoursePlotTests
{
    [Test]
    public void BothBuildsWarmUpAndWhatWasSetAsideAreTold()
    {
        string svg = new CoursePlot(TestCourse.Of(MadeUpRuns.Regressed()), 240).ToSvg("");

        Dots(svg, "dot Base").ShouldBe(92);
        Dots(svg, "dot Head").ShouldBe(92);
        Regex.Matches(svg, "area WarmUpZone").Count.ShouldBe(2);
        svg.ShouldContain("line SetAside");
        svg.ShouldContain("dot WarmUp");
        svg.ShouldContain("line LaunchEdge");
        svg.ShouldContain(">process 2</text>");
    }

    [Test]
    public void OfManySamplesAnEvenChoiceIsShown()
    {
        CoursePlot plot = new(TestCourse.Of(MadeUpRuns.AgainstFile("A", "B")), 100);

        plot.Step.ShouldBe(10);
        Dots(plot.ToSvg(""), "dot Head").ShouldBeInRange(60, 100);
    }

    [Test]
    public void ACallThatANeighbourDisturbedIsOnTheEdgeAndCounted()
    {
        double[] head = [.. Enumerable.Repeat(0.01, 99), 5];
        CoursePlot plot = new(new TestCourse([new LaunchCourse([], [], head, new HashSet<int>(), 100)], false), 240);

        plot.ToSvg("");

        plot.Beyond.ShouldBe(1);
    }

    private static int Dots(string svg, string kind) =>
        Dot().Matches(string.Concat(Regex.Matches(svg, $"class=\"{kind}\" d=\"([^\"]*)\"").Select(match => match.Groups[1].Value))).Count;

    [GeneratedRegex("h0")]
    private static partial Regex Dot();
}
