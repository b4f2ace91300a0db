namespace Perf.Benchmarks.Analyzer;

/// <summary>The files that the compiler needs for the made-up suite; all lie beside this program.</summary>
internal static class AnalyzerFiles
{
    /// <summary>The analyzers of NUnit.</summary>
    public static string Rival { get; } = Beside("rivals/nunit.analyzers.dll");

    /// <summary>Our analyzer and what it needs.</summary>
    public static IReadOnlyList<string> Ours { get; } =
        [Beside("Perf.Analyzers.dll"), Beside("Perf.Thresholds.dll"), Beside("YamlDotNet.dll")];

    /// <summary>What the code of the suite refers to.</summary>
    public static IReadOnlyList<string> References { get; } =
        [Beside("nunit.framework.dll"), Beside("Perf.NUnit.dll"), Beside("Perf.dll"), Beside("Perf.Thresholds.dll")];

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
