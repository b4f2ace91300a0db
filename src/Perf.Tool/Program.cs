using System.CommandLine;
using Perf.Tool.CommandLine;

ParseResult parsed = AllCommands.Create().Parse(args);
if (CommandLineErrors.Any(parsed))
{
    return (int)CommandLineErrors.Tell(parsed, args);
}

// After Ctrl-C builds are ended and worktrees removed, which takes longer than the two seconds that are usual.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
