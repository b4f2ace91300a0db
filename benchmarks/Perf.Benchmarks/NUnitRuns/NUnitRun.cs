using System.Xml.Linq;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Perf.Benchmarks.NUnitRuns;

/// <summary>Runs fixtures of this program as NUnit's own engine does, in this process.</summary>
internal static class NUnitRun
{
    /// <summary>Runs a whole fixture.</summary>
    /// <exception cref="InvalidOperationException">NUnit found no test of it.</exception>
    public static ITestResult Of(Type fixture)
    {
        NUnitTestAssemblyRunner runner = new(new DefaultTestAssemblyBuilder());
        runner.Load(fixture.Assembly, new Dictionary<string, object>
        {
            ["NumberOfTestWorkers"] = 0,
            ["WorkDirectory"] = Directory.GetCurrentDirectory(),
        });
        XElement filter = new("filter", new XElement("class", fixture.FullName));
        ITestResult result = runner.Run(TestListener.NULL, TestFilter.FromXml(filter.ToString()));
        return result.TotalCount > 0
            ? result
            : throw new InvalidOperationException($"NUnit found no test of {fixture.Name}: {result.Message}");
    }
}
