using NUnit.Framework.Interfaces;

namespace Perf.Workers;

/// <summary>Finds a test again in another load of its assembly, where ids may differ.</summary>
internal static class TestLookup
{
    /// <summary>The names of the parameters' types.</summary>
    public static string SignatureOf(ITest test) =>
        string.Join(',', test.Method!.GetParameters().Select(parameter => parameter.ParameterType.FullName));

    /// <summary>Which of the tests of the same name and signature it is.</summary>
    public static int OrdinalOf(ITest test)
    {
        ITest root = test;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return Array.FindIndex(Alike(root, test.FullName, SignatureOf(test)), other => other.Id == test.Id);
    }

    /// <summary>The test of that name and signature; null where there is none.</summary>
    public static ITest? Find(ITest root, string fullName, string signature, int ordinal) =>
        Alike(root, fullName, signature).ElementAtOrDefault(Math.Max(0, ordinal));

    /// <summary>All tests below, and the test itself where it is no suite.</summary>
    public static IEnumerable<ITest> Cases(ITest test) => test.IsSuite ? test.Tests.SelectMany(Cases) : [test];

    private static ITest[] Alike(ITest root, string fullName, string signature) =>
        [.. Cases(root).Where(test => test.FullName == fullName && SignatureOf(test) == signature)];
}
