using NUnit.Framework;
using Perf.Runs;
using Perf.Tool.Reports.Html.Plots;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Plots;

[TestFixture]
public sealed class TestCourseTests
{
    [Test]
    public void ADuetSettlesWhatAFileCouldNot()
    {
        TestDocument both = MadeUpRuns.Regressed() with { Controlled = MadeUpRuns.AgainstFile("A", "B").Controlled };

        TestCourse.Of(both).IsDuet.ShouldBeTrue();
    }

    [Test]
    public void APairIsSetAsideAsAWhole()
    {
        TestDocument test = MadeUpRuns.Regressed();
        CourseOf(test).HeadSeconds.Length.ShouldBe(2 * 46);
        CourseOf(test).BaseSeconds.Length.ShouldBe(2 * 46);
        CourseOf(test).SetAside.ShouldBe(4);
    }

    [Test]
    public void WithoutAComparisonTheSamplesOfEachProcessAreShown()
    {
        TestDocument test = MadeUpRuns.Kept(1) with { Duets = [] };

        TestCourse course = TestCourse.Of(test);

        course.IsDuet.ShouldBeFalse();
        course.Count.ShouldBe(20);
    }

    private static TestCourse CourseOf(TestDocument test) => TestCourse.Of(test);
}
