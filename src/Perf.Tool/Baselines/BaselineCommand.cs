using System.CommandLine;

namespace Perf.Tool.Baselines;

/// <summary><c>dotnet perf baseline …</c>.</summary>
internal static class BaselineCommand
{
    public static Command Create() => new("baseline", "Records, accepts, imports, shows and prunes baselines.")
    {
        RecordCommand.Create(),
        AcceptCommand.Create(),
        ImportCommand.Create(),
        ShowCommand.Create(),
        PruneCommand.Create(),
    };
}
