using System.CommandLine;
using System.CommandLine.Invocation;
using Perf.Tool.Documents;

namespace Perf.Tool.CommandLine;

/// <summary>What is wrong with a command line that names no command, or not as its help says.</summary>
internal static class CommandLineErrors
{
    /// <summary>Whether a command line has any.</summary>
    public static bool Any(ParseResult parsed) => parsed.Action is ParseErrorAction;

    /// <summary>Tells them, and the help of the command; as one JSON document where the caller wants that.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="arguments">The same as it was written: who asks for JSON reads no help, whichever command is meant.</param>
    public static ExitCode Tell(ParseResult parsed, IEnumerable<string> arguments)
    {
        if (arguments.Contains("--json"))
        {
            string message = string.Join("\n", parsed.Errors.Select(error => error.Message));
            Console.Error.WriteLine($"dotnet perf: {message}");
            new Output(isJson: true).Json(new ErrorDocument(message), ToolJson.Default.ErrorDocument);
        }
        else
        {
            parsed.Invoke();
        }

        // The library's own exit code for misuse is 1, which here means a regression.
        return ExitCode.Misuse;
    }
}
