namespace Perf.Tool.Processes;

/// <summary>The .NET SDK, as a user calls it.</summary>
internal static class Dotnet
{
    // A server that stays behind would hold the files of a folder that is to be removed.
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["DOTNET_NOLOGO"] = "true",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
    };

    /// <summary>Runs a command of the SDK, whatever it ends with.</summary>
    public static Task<ChildProcess> Run(
        string folder,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellation,
        Action<string>? hears = null) =>
        ChildProcess.Run("dotnet", folder, arguments, Environment.Concat(environment).ToDictionary(), cancellation, hears);

    /// <summary>What a command of the SDK prints.</summary>
    /// <exception cref="ToolException">It failed; the message holds the end of what it printed.</exception>
    public static async Task<string> OutputOf(string folder, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        ChildProcess ended = await Run(folder, arguments, new Dictionary<string, string?>(), cancellation);
        return ended.ExitCode == 0
            ? ended.Output
            : throw new ToolException($"`dotnet {string.Join(' ', arguments)}` in {folder} failed:\n{ended.Tail}");
    }
}
