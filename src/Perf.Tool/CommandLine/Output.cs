using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace Perf.Tool.CommandLine;

/// <summary>Where a command says what it found: as text for people, or as one JSON document on the standard output.</summary>
internal sealed class Output
{
    // A log has no width to break lines at.
    private const int LogWidth = 400;

    private readonly TextWriter _standard;

    /// <summary>The output of this process.</summary>
    /// <param name="isJson">Whether the standard output is for the JSON document alone; texts then go to the standard error.</param>
    public Output(bool isJson)
        : this(isJson ? OfStandardError() : AnsiConsole.Console, Console.Out, isJson)
    {
        if (isJson ? Console.IsErrorRedirected : Console.IsOutputRedirected)
        {
            Text.Profile.Width = LogWidth;
        }
    }

    /// <summary>An output of a test.</summary>
    internal Output(IAnsiConsole text, TextWriter standard, bool isJson) => (Text, _standard, IsJson) = (text, standard, isJson);

    /// <summary>Whether the caller wants JSON.</summary>
    public bool IsJson { get; }

    /// <summary>For texts, tables and progress.</summary>
    public IAnsiConsole Text { get; }

    /// <summary>Writes what a command found, indented; nothing where the caller wants text.</summary>
    public void Json<T>(T document, JsonTypeInfo<T> type)
    {
        if (IsJson)
        {
            _standard.WriteLine(JsonSerializer.Serialize(document, type));
        }
    }

    private static IAnsiConsole OfStandardError() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
}
