using NUnit.Framework;
using NUnit.Framework.Internal;
using Perf.Files;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Execution;

/// <summary>
/// Gives a test's result its evidence: the record of this test alone as an attachment, which <c>dotnet perf report</c> reads, and the
/// numbers as properties.
/// </summary>
/// <param name="session">The session.</param>
internal sealed class TestEvidence(Session session)
{
    /// <summary>Adds it to the current result.</summary>
    public void Add(TestExecutionContext context, TestRecord record)
    {
        RunDocument run = RunDocument.Of(session.Run, [record]);
        foreach ((string name, string? value) in EvidenceProperties.Of(run.Tests[0].Judgements))
        {
            // The latest repetition counts.
            context.CurrentTest.Properties.Set(name, value!);
        }

        string path = session.Report.RecordOf(record.Test);
        try
        {
            AtomicFile.WriteAllText(path, run.ToJson());
            TestContext.AddTestAttachment(path, "the record of this test, for dotnet perf report");
        }
        catch (PerfFileException e)
        {
            // The run's own record tells of the same folder, as an error; what was judged stands.
            context.OutWriter.WriteLine($"no record is attached: {e.Message}");
        }
    }
}
