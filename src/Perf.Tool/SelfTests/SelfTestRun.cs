using Perf.Builds;
using Perf.Files;
using Perf.Runs;
using Perf.Tool.Builds;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Perf.Tool.Duets;
using Spectre.Console;

namespace Perf.Tool.SelfTests;

/// <summary>Builds a suite once and asks its promises about a copy of itself: as it is, and made worse on purpose.</summary>
/// <param name="options">What the user asks.</param>
/// <param name="folder">The working directory.</param>
/// <param name="output">Where it says what it found.</param>
internal sealed class SelfTestRun(SelfTestOptions options, string folder, Output output)
{
    private const string CopyKey = "copy";

    /// <summary>Runs it.</summary>
    public async Task<ExitCode> Run(CancellationToken cancellation)
    {
        TestProject project = TestProject.Find(options.Project, folder);
        GitRepository repository = await GitRepository.Of(folder, cancellation);
        string scratch = Path.Combine(repository.Root, ".perf", "selftest");
        using IDisposable held = AtomicFile.Lock(scratch, TimeSpan.Zero);
        Remove(scratch);
        try
        {
            output.Text.WriteLine($"building {project.Name}");
            string built = await project.Build(options.Configuration, cancellation);
            string copy = new BuildStore(Path.Combine(scratch, "builds")).Keep(CopyKey, built);
            SelfTest test = await Ask(project, copy, scratch, cancellation);
            SelfTestDocument document = new(
                project.Name,
                options.Rounds,
                test.Answers,
                [.. Enum.GetValues<SelfTestQuestion>().Select(question => Rate.Among(question, test.Answers))],
                test.NotApplicable);
            SelfTestReport.Write(output.Text, document);
            output.Json(document, ToolJson.Default.SelfTestDocument);
            return document.ExitCode;
        }
        finally
        {
            Remove(scratch);
        }
    }

    private async Task<SelfTest> Ask(TestProject project, string copy, string scratch, CancellationToken cancellation)
    {
        SelfTest test = new();
        for (int round = 1; round <= options.Rounds; round++)
        {
            RunDocument same = await Measure($"round {round} of {options.Rounds}: the same code twice", options.Test, null);
            test.CountSameCode(same);
            Injection delays = InjectionPlan.Delays(same, options.DelayPercent);
            if (delays.DelayPercent.Count > 0)
            {
                test.CountDelay(await Measure($"round {round}: a delay in each call", Of(same, delays.DelayPercent.Keys), delays), delays, same);
            }

            Injection allocations = InjectionPlan.Allocations(same);
            if (allocations.AllocatedBytes.Count > 0)
            {
                test.CountAllocation(
                    await Measure($"round {round}: an allocation in each call", Of(same, allocations.AllocatedBytes.Keys), allocations), allocations, same);
            }
        }

        return test;

        async Task<RunDocument> Measure(string what, string? filter, Injection? injection)
        {
            output.Text.WriteLine(what);
            string injected = Path.Combine(scratch, "injection.json");
            injection?.Write(injected);
            Dictionary<string, string?> settings = new()
            {
                ["PERF_BASE_BUILD"] = copy,
                ["PERF_ALWAYS"] = "true",
                ["PERF_CI"] = null,
                ["PERF_RECORD"] = null,
                ["PERF_APPEND"] = null,
                ["PERF_INJECT"] = injection is null ? null : injected,
            };
            return (await new MeasuredTests(project, options.Configuration, Path.Combine(scratch, "report"), output.Text)
                .Run(filter, settings, cancellation)).Run;
        }
    }

    // The other tests would be measured for nothing; by the method alone, since a filter has signs of its own for what a name may hold.
    private string Of(RunDocument run, IEnumerable<string> tests)
    {
        HashSet<string> wanted = [.. tests];
        IEnumerable<string> methods = run.Tests.Where(test => wanted.Contains(test.Test.FullName)).Select(test => $"FullyQualifiedName~.{test.Test.MethodName}").Distinct();
        string some = string.Join('|', methods);
        return options.Test is { } asked ? $"({TestProject.FilterOf(asked)})&({some})" : some;
    }

    private static void Remove(string scratch)
    {
        if (Directory.Exists(scratch))
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
