using Perf.Baselines;
using Perf.Files;
using Perf.Runs;

namespace Perf.Tool.Acceptances;

/// <summary>Takes series of runs over into baselines.</summary>
/// <param name="reason">Why, in the words of the user.</param>
/// <param name="at">When.</param>
/// <param name="isReplacing">Whether a baseline of another kind of machine gives way as a whole.</param>
internal sealed class Accepting(string reason, DateTimeOffset at, bool isReplacing)
{
    /// <summary>Writes the tests of one environment into its baseline.</summary>
    /// <param name="path">The baseline.</param>
    /// <param name="tests">Tests of runs of that environment.</param>
    /// <exception cref="ToolException">A test is there twice, or the machine is of another kind.</exception>
    /// <exception cref="PerfFileException">The baseline cannot be read or written.</exception>
    public IReadOnlyList<AcceptedChange> Write(string path, IReadOnlyList<ChosenTest> tests)
    {
        RunDocument run = tests[0].File.Run;
        BaselineSeries[] series = [.. tests.SelectMany(one => one.Test.Series)];
        if (series.GroupBy(one => one.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ToolException($"several runs have {twice.Key.Test}, {twice.Key.Metric}: name the run.json of one");
        }

        if (tests.FirstOrDefault(one => one.File.Run.Machine.RequiredDifferences(run.Machine).Count > 0) is { } other)
        {
            throw new ToolException(
                $"the runs are of several kinds of machine ({string.Join("; ", other.File.Run.Machine.RequiredDifferences(run.Machine))}): name the run.json of one");
        }

        List<AcceptedChange> changes = [];
        BaselineWriter.Merge(path, recorded => new BaselineFile(run.Environment, run.Machine, [.. series.Select(one => Accepted(one, recorded))]), isReplacing);
        return changes;

        BaselineSeries Accepted(BaselineSeries fresh, BaselineFile? recorded)
        {
            CheckMachine(path, recorded, run);
            BaselineSeries? before = recorded?.Find(fresh.Test, fresh.Metric);
            double? previous = before?.Unit == fresh.Unit ? before.Accepted : null;
            changes.Add(new AcceptedChange(path, fresh.Test, fresh.Metric, fresh.Unit, previous, fresh.Accepted));
            return ControlledSeries.WithSpreadOf(fresh, before) with { Acceptance = new Acceptance(reason, at, previous) };
        }
    }

    // The writer refuses it too; here the way out has a name.
    private void CheckMachine(string path, BaselineFile? recorded, RunDocument run)
    {
        if (!isReplacing && recorded?.Machine is { } machine && run.Machine.RequiredDifferences(machine) is { Count: > 0 } differences)
        {
            throw new ToolException(
                $"{path} was recorded on another kind of machine than this run ({string.Join("; ", differences)}): "
                    + "accept a run of that kind, write another file by --baseline, or say --replace, which drops all that the file has");
        }
    }
}
