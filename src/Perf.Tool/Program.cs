using System.CommandLine;
using System.CommandLine.Invocation;
using Perf.Tool;
using Perf.Tool.CommandLine;

ParseResult parsed = AllCommands.Create().Parse(args);
if (parsed.Action is ParseErrorAction)
{
    // The library's own exit code for misuse is 1, which here means a regression.
    parsed.Invoke();
    return (int)ExitCode.Misuse;
}

// After Ctrl-C builds are ended and worktrees removed, which takes longer than the two seconds that are usual.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
