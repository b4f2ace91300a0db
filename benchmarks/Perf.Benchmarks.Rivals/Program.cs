using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Perf.Benchmarks.Rivals;
using Perfolizer.Horology;

// Its own warm-up; iterations as dotnet/performance takes them in its continuous integration: with the usual ones a
// comparison of two builds takes minutes a benchmark where the machine is noisy.
Job settings = Job.Default
    .WithIterationTime(TimeInterval.FromMilliseconds(250))
    .WithMinIterationCount(15)
    .WithMaxIterationCount(20);

// Two builds, a job each.
Job Build(string name, string extraWorkPercent) =>
    settings.WithId(name).WithArguments([new MsBuildArgument($"/p:ExtraWorkPercent={extraWorkPercent}")]);

IConfig builds = DefaultConfig.Instance.AddJob(Build("base", "0").AsBaseline()).AddJob(Build("head", args[0]));
SubjectVerdict.Tell(BenchmarkSwitcher.FromTypes([typeof(SubjectBenchmarks)]).Run(args[1..], builds));
