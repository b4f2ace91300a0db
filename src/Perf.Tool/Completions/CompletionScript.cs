namespace Perf.Tool.Completions;

/// <summary>What a shell is told so that it completes the tool's command lines; it asks the tool itself, by the directive <c>[suggest]</c>.</summary>
/// <param name="Shell">The shell.</param>
/// <param name="Script">The text of the script.</param>
internal sealed record CompletionScript(string Shell, string Script)
{
    /// <summary>The shells that have one.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script of a shell.</summary>
    public static CompletionScript Of(string shell)
    {
        using Stream stream = typeof(CompletionScript).Assembly.GetManifestResourceStream($"complete.{shell}")
            ?? throw new ToolException($"there is no script for {shell}: write one of {string.Join(", ", Shells)}");
        using StreamReader reader = new(stream);
        return new CompletionScript(shell, reader.ReadToEnd());
    }
}
