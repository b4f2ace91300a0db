using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using Perf.Execution;
using Perf.Measurement.Meters;

namespace Perf;

/// <summary>A promise about a test. All promises of a test are kept by one measurement; it is never run in parallel.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class SloAttribute : NUnitAttribute, IWrapTestMethod, IApplyToTest, IApplyToContext
{
    /// <summary>
    /// The instrument to read, with a tag where needed: <c>receipts.stage.duration{stage=forward}</c>. It may be left out
    /// where exactly one fits.
    /// </summary>
    public string? Instrument { get; init; }

    /// <summary>What is promised, one for each key that the attribute takes.</summary>
    internal abstract IEnumerable<Promise> Promises();

    /// <summary>The parsed instrument; null when it is left out.</summary>
    /// <exception cref="FormatException">It is no instrument.</exception>
    private protected InstrumentSelector? Selector => Instrument is null ? null : InstrumentSelector.Parse(Instrument);

    TestCommand ICommandWrapper.Wrap(TestCommand command) => command is SloCommand ? command : new SloCommand(command);

    void IApplyToTest.ApplyToTest(Test test) => test.Properties.Set(PropertyNames.ParallelScope, ParallelScope.None);

    // [TestCase] children do not inherit the property above.
    void IApplyToContext.ApplyToContext(TestExecutionContext context) => context.ParallelScope = ParallelScope.Default;
}
