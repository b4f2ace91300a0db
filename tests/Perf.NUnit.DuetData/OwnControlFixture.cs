using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>A body with a control of its own.</summary>
[TestFixture]
public sealed class OwnControlFixture
{
    [Test, MaxRegression(10), PerfControl(typeof(ShortSleep))]
    public void BesideItsOwn() => Thread.Sleep(5);

    [Test, MaxRegression(10), PerfControl(typeof(string))]
    public void BesideNoControl() => Thread.Sleep(1);

    /// <summary>Sleeps as the body does.</summary>
    public sealed class ShortSleep : IPerfControl
    {
        /// <inheritdoc />
        public int Version => 3;

        /// <inheritdoc />
        public void Run() => Thread.Sleep(1);
    }
}
