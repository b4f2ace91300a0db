using System.CommandLine;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Analyzer;

/// <summary>What the analyzer costs in a build and after an edit, beside NUnit's own.</summary>
internal static class AnalyzerCommand
{
    public static Command Create() => FigureCommand.Create(
        "analyzer", $"Time and memory of the analyzer over {MadeUpSuite.Tests} tests.", 201, Measure);

    private static Figure Measure(int rounds)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("perf-benchmarks-");
        string path = Path.Combine(folder.FullName, "cpu.json");
        MadeUpSuite.WriteBaselines(path);
        Console.Error.WriteLine(new FileInfo(path).Length);
        EditRounds edits = new(File.ReadAllText(path), Contender.Ours(), Contender.Rival());
        var file = edits.Measure("one test edited, its file looked at", rounds, (code, edit) => code.EditATest(edit), AnalyzerPass.OfEditedFile);
        var all = edits.Measure("one test edited, all looked at", rounds / 4, (code, edit) => code.EditATest(edit), AnalyzerPass.OfAll);
        return Figure.Of("analyzer", [.. file.Concat(all).SelectMany(s => s.Rows)]);
    }
}
