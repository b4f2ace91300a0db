using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Perf.Tool.CommandLine;

/// <summary>A command line that a reader may copy.</summary>
/// <param name="Purpose">What it is for, without a full stop.</param>
/// <param name="CommandLine">All of it: <c>dotnet perf check</c>.</param>
internal sealed record Example(string Purpose, string CommandLine);

/// <summary>The help of a command, its examples below.</summary>
internal static class HelpWithExamples
{
    /// <summary>The help option of a command.</summary>
    /// <param name="examples">Its examples; none of a command that only has others below it.</param>
    public static HelpOption Of(IReadOnlyList<Example> examples)
    {
        HelpOption help = new();
        Extend(help, examples);
        return help;
    }

    /// <summary>Has a help option write examples too.</summary>
    public static void Extend(HelpOption help, IReadOnlyList<Example> examples)
    {
        // A path begins with a slash.
        foreach (string alias in help.Aliases.Where(alias => alias.StartsWith('/')).ToArray())
        {
            help.Aliases.Remove(alias);
        }

        help.Action = new Action((HelpAction)help.Action!, examples);
    }

    private sealed class Action(HelpAction plain, IReadOnlyList<Example> examples) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            TextWriter writer = parseResult.InvocationConfiguration.Output;
            using StringWriter text = new();
            parseResult.InvocationConfiguration.Output = text;
            int code = plain.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = writer;

            // The library names the file of the program, which users call by `dotnet`.
            writer.Write(text.ToString().Replace($"  {RootCommand.ExecutableName} ", "  dotnet perf ", StringComparison.Ordinal));
            if (examples.Count > 0)
            {
                writer.WriteLine("Examples:");
                foreach (Example example in examples)
                {
                    writer.WriteLine($"  # {example.Purpose}");
                    writer.WriteLine($"  {example.CommandLine}");
                }

                writer.WriteLine();
            }

            return code;
        }
    }
}
