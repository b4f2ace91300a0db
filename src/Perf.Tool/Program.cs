using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Perf.Tool;
using Perf.Tool.CommandLine;
using Perf.Tool.Completions;
using Perf.Tool.Duets;
using Perf.Tool.SelfTests;

RootCommand root = new("Performance SLOs from the command line; the promises themselves are ordinary NUnit tests.")
{
    CompletionsCommand.Create(),
    DuetCommand.Create(),
    SelfTestCommand.Create(),
};
HelpWithExamples.Extend(root.Options.OfType<HelpOption>().Single(), []);
ValueCompletions.AddTo(root);

ParseResult parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction)
{
    // The library's own exit code for misuse is 1, which here means a regression.
    parsed.Invoke();
    return (int)ExitCode.Misuse;
}

// After Ctrl-C builds are ended and worktrees removed, which takes longer than the two seconds that are usual.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
