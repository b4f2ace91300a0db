using System.CommandLine;
using Perf.Benchmarks.Analyzer;
using Perf.Benchmarks.Decisions;
using Perf.Benchmarks.Detector;
using Perf.Benchmarks.Duets;
using Perf.Benchmarks.Files;
using Perf.Benchmarks.Overhead;
using Perf.Benchmarks.Packages;
using Perf.Benchmarks.Planted;
using Perf.Benchmarks.Rivals;
using Perf.Benchmarks.Subjects;
using Perf.Benchmarks.Suite;
using Perf.Benchmarks.Thresholds;

RootCommand root = new("Figures of this repository: each subcommand measures one and prints it beside its rivals.")
{
    OverheadCommand.Create(),
    SuiteCommand.Create(),
    SuiteCommand.CreateChild(),
    AnalyzerCommand.Create(),
    DecisionsCommand.Create(),
    DetectorCommand.Create(),
    DuetCommand.Create(),
    FileCommand.Create(),
    ReceiptsCommand.Create(),
    Hog.CreateCommand(),
    PackagesCommand.Create(),
    RivalsCommand.Create(),
    SampleCommand.Create(),
    ThresholdsCommand.Create(),
};

return root.Parse(args).Invoke();
