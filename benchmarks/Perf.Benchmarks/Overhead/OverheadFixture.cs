using NUnit.Framework;

namespace Perf.Benchmarks.Overhead;

/// <summary>The bodies, as NUnit runs them.</summary>
[TestFixture]
public sealed class OverheadFixture
{
    // About a millisecond of dependent additions on the machine of the README.
    private const int Steps = 700_000;

    private uint _state = 1;

    [Test, MeasuredOverhead(1_000_000, "empty body, 1 000 000 calls a sample")]
    public void ManyCalls()
    {
    }

    [Test, MeasuredOverhead(1, "empty body, one call a sample")]
    public void OneCall()
    {
    }

    [Test, MeasuredOverhead(1, "body of about 1 ms, one call a sample", IsLong = true)]
    public void OneMillisecond()
    {
        uint state = _state;
        for (int step = 0; step < Steps; step++)
        {
            state = (state * 1664525) + 1013904223;
        }

        _state = state;
    }
}
