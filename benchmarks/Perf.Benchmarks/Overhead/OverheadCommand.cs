using System.CommandLine;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Overhead;

/// <summary>What the measured region of a body gains by being measured: time and bytes of one iteration.</summary>
internal static class OverheadCommand
{
    private const double MostNanoseconds = 25;

    private static readonly string[] Whos = [Contenders.Bare, Contenders.Ours, Contenders.NUnit];

    public static Command Create() => FigureCommand.Create(
        "overhead", "Time and bytes that measuring adds to one iteration of a body.", 201, Measure);

    private static Figure Measure(int rounds)
    {
        IReadOnlyList<OverheadRounds> results = OverheadRun.Of(rounds);
        List<FigureRow> rows = [];
        List<FigurePromise> promises = [];
        foreach (OverheadRounds result in results)
        {
            foreach (string who in Whos)
            {
                rows.Add(FigureRow.Of(result.What, who, "ns", result.Nanoseconds[who]));
                rows.Add(FigureRow.Of(result.What, who, "B", result.Bytes[who]));
            }

            // Round by round, since what the machine does meanwhile is the same for both.
            double[] gains = [.. result.Nanoseconds[Contenders.Ours]
                .Zip(result.Nanoseconds[Contenders.Bare], (ours, bare) => ours - bare)];
            FigureRow gain = FigureRow.Of(result.What, "gained by measuring", "ns", gains);
            rows.Add(gain);
            FigureRow bytes = FigureRow.Of(result.What, "gained by measuring", "B", result.Bytes[Contenders.Ours]);
            if (result.IsPromised)
            {
                promises.Add(new FigurePromise($"{result.What}: time gained", gain.Median, MostNanoseconds, "ns"));
            }

            promises.Add(new FigurePromise($"{result.What}: bytes gained", bytes.Median, 0, "B"));
        }

        return Figure.Of("overhead", rows, promises);
    }
}
