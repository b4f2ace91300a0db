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
    public static HelpOption Of(IReadOnlyList<Example> examples)
    {
        HelpOption help = new();
        help.Action = new Action((HelpAction)help.Action!, examples);
        return help;
    }

    private sealed class Action(HelpAction plain, IReadOnlyList<Example> examples) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int code = plain.Invoke(parseResult);
            TextWriter writer = parseResult.InvocationConfiguration.Output;
            writer.WriteLine("Examples:");
            foreach (Example example in examples)
            {
                writer.WriteLine($"  # {example.Purpose}");
                writer.WriteLine($"  {example.CommandLine}");
            }

            writer.WriteLine();
            return code;
        }
    }
}
