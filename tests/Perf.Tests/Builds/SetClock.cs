namespace Perf.Tests.Builds;

/// <summary>A clock that a test sets.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void GoOnADay() => _now += TimeSpan.FromDays(1);

    public override DateTimeOffset GetUtcNow() => _now;
}
