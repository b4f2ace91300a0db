using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>A control of a user, and what is none.</summary>
[TestFixture]
public sealed class OwnControlFixture
{
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
