using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Perf.Benchmarks.Overhead;

/// <summary>Takes rounds of one body: a bare call, ours and NUnit's in turns.</summary>
internal sealed class OverheadTestCommand(TestCommand inner, MeasuredOverheadAttribute wanted)
    : DelegatingTestCommand(inner)
{
    // Enough for the last tier of the JIT compiler.
    private const int WarmUpRounds = 60;

    /// <inheritdoc />
    public override TestResult Execute(TestExecutionContext context)
    {
        Contenders contenders = new(context, innerCommand, wanted.Calls);
        OverheadRounds rounds = OverheadRounds.Empty(wanted.What, isPromised: !wanted.IsLong);
        for (int round = -WarmUpRounds; round < OverheadRun.Rounds; round++)
        {
            // Who goes first changes, so that nobody profits from what another left in the caches.
            for (int turn = 0; turn < contenders.All.Count; turn++)
            {
                (string who, Func<Reading> take) = contenders.All[(turn + round + WarmUpRounds) % contenders.All.Count];
                Reading reading = take();
                if (round >= 0)
                {
                    rounds.Nanoseconds[who].Add(reading.Nanoseconds);
                    rounds.Bytes[who].Add(reading.Bytes);
                }
            }
        }

        OverheadRun.Add(rounds);
        return context.CurrentResult;
    }
}
