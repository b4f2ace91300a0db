using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal.Commands;

namespace Perf.Benchmarks.Overhead;

/// <summary>Has the rounds of <see cref="OverheadRun"/> taken where NUnit would run the body once.</summary>
/// <param name="calls">Calls of the body in one round.</param>
/// <param name="what">The body, for the table.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MeasuredOverheadAttribute(int calls, string what) : Attribute, IWrapTestMethod
{
    /// <summary>Calls of the body in one round.</summary>
    public int Calls => calls;

    /// <summary>The body, for the table.</summary>
    public string What => what;

    /// <summary>Whether the body is so long that its noise hides the gain.</summary>
    public bool IsLong { get; init; }

    TestCommand ICommandWrapper.Wrap(TestCommand command) => new OverheadTestCommand(command, this);
}
