using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Perf.Workers;

/// <summary>Finds a test again in another load of its assembly, or in another build of it, and how it is run there.</summary>
/// <param name="Assembly">The path of the test assembly.</param>
/// <param name="FullName">The full name of the test.</param>
/// <param name="Signature">The types of its parameters, since overloads share a name.</param>
/// <param name="Ordinal">Which of the tests of that name and signature: cases may share both.</param>
/// <param name="MethodName">Its method.</param>
/// <param name="ClassName">The fixture, so that no other need be loaded; null for a generic one.</param>
/// <param name="WorkDirectory">NUnit's work directory.</param>
/// <param name="Parameters">The parameters of the run.</param>
internal sealed record TestAddress(
    string Assembly,
    string FullName,
    string Signature,
    int Ordinal,
    string MethodName,
    string? ClassName,
    string WorkDirectory,
    IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The address of a test of this process.</summary>
    public static TestAddress Of(Test test) => new(
        test.TypeInfo!.Assembly.Location,
        test.FullName,
        TestLookup.SignatureOf(test),
        TestLookup.OrdinalOf(test),
        test.MethodName!,
        test.TypeInfo.IsGenericType ? null : test.TypeInfo.FullName,
        TestContext.CurrentContext.WorkDirectory,
        TestContext.Parameters.Names.ToDictionary(name => name, name => TestContext.Parameters[name] ?? ""));

    /// <summary>What NUnit's runner is to do: run on the calling thread, without a queue or a pump of events.</summary>
    public Dictionary<string, object> RunnerSettings()
    {
        Dictionary<string, object> settings = new()
        {
            ["RunOnMainThread"] = true,
            ["SynchronousEvents"] = true,
            ["WorkDirectory"] = WorkDirectory,
            ["TestParametersDictionary"] = Parameters.ToDictionary(),
        };
        if (ClassName is { } className)
        {
            settings["LOAD"] = new List<string> { className };
        }

        return settings;
    }

    /// <summary>What to say of a test that another process does not have.</summary>
    public static string NotFoundAgain(string fullName) =>
        $"no test {fullName} in a fresh process: names that differ from run to run cannot be found again";

    /// <summary>The test below a suite; null where there is none.</summary>
    public ITest? Find(ITest root) => TestLookup.Find(root, FullName, Signature, Ordinal);
}
