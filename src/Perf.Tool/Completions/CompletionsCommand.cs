using System.CommandLine;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;

namespace Perf.Tool.Completions;

/// <summary><c>dotnet perf completions</c>: the script that makes a shell complete the tool's command lines.</summary>
internal static class CompletionsCommand
{
    public static Command Create()
    {
        Argument<string> shell = new("shell") { Description = $"The shell: {string.Join(", ", CompletionScript.Shells)}." };
        shell.AcceptOnlyFromAmong([.. CompletionScript.Shells]);
        return ToolCommand.Create(
            "completions",
            "Prints the script that completes `dotnet perf` in a shell.",
            [
                new Example("in ~/.bashrc", "eval \"$(dotnet perf completions bash)\""),
                new Example("in ~/.config/fish/config.fish", "dotnet perf completions fish | source"),
                new Example("in the profile of PowerShell", "dotnet perf completions pwsh | Out-String | Invoke-Expression"),
            ],
            [shell],
            (parsed, output, _) =>
            {
                CompletionScript script = CompletionScript.Of(parsed.GetRequiredValue(shell));
                if (output.IsJson)
                {
                    output.Json(script, ToolJson.Default.CompletionScript);
                }
                else
                {
                    // A terminal's width must not break its lines.
                    Console.Out.Write(script.Script);
                }

                return Task.FromResult(ExitCode.Pass);
            });
    }
}
