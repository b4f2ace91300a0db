using System.CommandLine;
using Perf.Tool;
using Perf.Tool.Duets;

RootCommand root = new("Performance SLOs from the command line; the promises themselves are ordinary NUnit tests.")
{
    DuetCommand.Create(),
};

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // The library's own exit code for misuse is 1, which here means a regression.
    parsed.Invoke();
    return (int)ExitCode.Misuse;
}

// After Ctrl-C builds are ended and worktrees removed, which takes longer than the two seconds that are usual.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
