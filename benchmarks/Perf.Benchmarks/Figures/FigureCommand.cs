using System.CommandLine;

namespace Perf.Benchmarks.Figures;

/// <summary>Makes the subcommand of a figure.</summary>
internal static class FigureCommand
{
    /// <summary>A subcommand with <c>--rounds</c> and <c>--json</c>.</summary>
    /// <param name="name">The name of the figure.</param>
    /// <param name="description">What it tells, one sentence.</param>
    /// <param name="usualRounds">How often each number is taken unless said otherwise.</param>
    /// <param name="measure">Measures with so many rounds.</param>
    public static Command Create(string name, string description, int usualRounds, Func<int, Figure> measure)
    {
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Option<int> rounds = new("--rounds")
        {
            Description = "How often each number is taken; the rivals take turns.",
            DefaultValueFactory = _ => usualRounds,
        };
        Command command = new(name, description) { json, rounds };
        command.SetAction(parsed => FigureOutput.Tell(measure(parsed.GetValue(rounds)), parsed.GetValue(json)));
        return command;
    }
}
