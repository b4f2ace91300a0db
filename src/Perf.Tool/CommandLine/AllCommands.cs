using System.CommandLine;
using System.CommandLine.Help;
using Perf.Tool.Baselines;
using Perf.Tool.Checks;
using Perf.Tool.Comparisons;
using Perf.Tool.Completions;
using Perf.Tool.Doctors;
using Perf.Tool.Duets;
using Perf.Tool.Merges;
using Perf.Tool.Reports;
using Perf.Tool.SelfTests;

namespace Perf.Tool.CommandLine;

/// <summary>The commands of <c>dotnet perf</c>.</summary>
internal static class AllCommands
{
    /// <summary>Makes them, in the order of the help.</summary>
    public static RootCommand Create()
    {
        RootCommand root = new("Performance SLOs from the command line; the promises themselves are ordinary NUnit tests.")
        {
            CheckCommand.Create(),
            DoctorCommand.Create(),
            DuetCommand.Create(),
            BaselineCommand.Create(),
            CompareCommand.Create(),
            ReportCommand.Create(),
            MergeCommand.Create(),
            SelfTestCommand.Create(),
            CompletionsCommand.Create(),
        };
        HelpWithExamples.Extend(root.Options.OfType<HelpOption>().Single(), []);
        ValueCompletions.AddTo(root);
        return root;
    }
}
