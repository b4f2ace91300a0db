using NUnit.Framework;
using Perf.Tool.Reports.Html;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html;

[TestFixture]
public sealed class HtmlReportTests
{
    [Test]
    public void Draft()
    {
        Directory.CreateDirectory("/tmp/w/html/scratch/out");
        for (int i = 0; i < 3; i++)
        {
            long start = TimeProvider.System.GetTimestamp();
            string many = HtmlReport.Of([MadeUpRuns.OfMany(200)]);
            TestContext.Out.WriteLine($"{TimeProvider.System.GetElapsedTime(start)} {many.Length}");
            File.WriteAllText("/tmp/w/html/scratch/out/many.html", many);
        }

        string every = HtmlReport.Of([MadeUpRuns.OfEveryKind()]);
        File.WriteAllText("/tmp/w/html/scratch/out/every.html", every);
        every.Length.ShouldBeGreaterThan(0);
    }
}
