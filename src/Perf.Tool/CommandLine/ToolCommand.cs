using System.CommandLine;
using System.CommandLine.Parsing;
using Perf.Files;
using Perf.Tool.Documents;

namespace Perf.Tool.CommandLine;

/// <summary>What all commands have alike: <c>--json</c>, examples in their help, one way to say what is wrong.</summary>
internal static class ToolCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Write one JSON document instead of text." };

    /// <summary>Makes a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, a sentence.</param>
    /// <param name="examples">Command lines for its help, each with a line that says what it is for.</param>
    /// <param name="symbols">Its arguments and options.</param>
    /// <param name="run">What it does.</param>
    public static Command Create(
        string name,
        string description,
        IReadOnlyList<Example> examples,
        IReadOnlyList<Symbol> symbols,
        Func<ParseResult, Output, CancellationToken, Task<ExitCode>> run)
    {
        Command command = new(name, description);
        foreach (Symbol symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                argument.Validators.Add(RefuseEmpty);
                command.Add(argument);
            }
            else
            {
                var option = (Option)symbol;
                option.Validators.Add(RefuseEmpty);
                command.Add(option);
            }
        }

        command.Add(Json);
        command.Add(HelpWithExamples.Of(examples));
        command.SetAction((parsed, cancellation) => Run(parsed, run, cancellation));
        return command;
    }

    private static async Task<int> Run(
        ParseResult parsed, Func<ParseResult, Output, CancellationToken, Task<ExitCode>> run, CancellationToken cancellation)
    {
        Output output = new(parsed.GetValue(Json));
        try
        {
            // The library listens for Ctrl-C once it has the task, which it gets at the end of what runs without a break.
            return (int)await Task.Run(() => run(parsed, output, cancellation), CancellationToken.None);
        }
        catch (Exception e) when (e is ToolException or PerfFileException or IOException or UnauthorizedAccessException)
        {
            return Misuse(e.Message);
        }
        catch (OperationCanceledException)
        {
            return Misuse("stopped; nothing was decided");
        }
        catch (Exception e)
        {
            // The library's own exit code for a fault of the tool is 1, which here means a regression.
            return Misuse($"the tool itself failed, and nothing was decided: {e}");
        }

        int Misuse(string message)
        {
            Console.Error.WriteLine($"{NameOf(parsed)}: {message}");
            output.Json(new ErrorDocument(message), ToolJson.Default.ErrorDocument);
            return (int)ExitCode.Misuse;
        }
    }

    // A variable of a script that is not set; as a path it would mean the current folder, as a part of a name any test.
    private static void RefuseEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            string name = result is OptionResult option ? option.Option.Name : $"<{((ArgumentResult)result).Argument.Name}>";
            result.AddError($"{name} is empty: write a value, or leave it out");
        }
    }

    private static string NameOf(ParseResult parsed)
    {
        List<string> names = [];
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
        {
            names.Insert(0, command.Command.Name);
        }

        return $"dotnet perf {string.Join(' ', names)}";
    }
}
