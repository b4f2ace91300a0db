using System.Xml.Linq;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Perf.Tests;

/// <summary>Runs tests of the data assembly inside this process, as NUnit would.</summary>
internal static class RunFixture
{
    /// <summary>The results of some methods of a fixture by the name of the test.</summary>
    public static IReadOnlyDictionary<string, ITestResult> Some<TFixture>(params string[] methods) => Run(new XElement(
        "and", new XElement("class", typeof(TFixture).FullName), new XElement("or", methods.Select(method => new XElement("method", method)))));

    /// <summary>The result of one test.</summary>
    public static ITestResult One<TFixture>(string test) => Run(new XElement("test", $"{typeof(TFixture).FullName}.{test}")).Values.Single();

    private static Dictionary<string, ITestResult> Run(XElement filter)
    {
        // The baseline of the repository is of its own suite.
        Environment.SetEnvironmentVariable("PERF_BASELINE", Path.Combine(Path.GetTempPath(), $"perf-none-{Environment.ProcessId}.json"));

        // The nested run must not become part of the outer test.
        using TestExecutionContext.IsolatedContext isolated = new();
        NUnitTestAssemblyRunner runner = new(new DefaultTestAssemblyBuilder());
        runner.Load(typeof(TestData.SleepFixture).Assembly, new Dictionary<string, object>
        {
            ["NumberOfTestWorkers"] = 0,
            ["WorkDirectory"] = Directory.GetCurrentDirectory(),
        });
        ITestResult result = runner.Run(TestListener.NULL, TestFilter.FromXml(new XElement("filter", filter).ToString()));
        return Leaves(result).ToDictionary(leaf => leaf.Test.Name);
    }

    private static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.HasChildren ? result.Children.SelectMany(Leaves) : result.Test.IsSuite ? [] : [result];
}
