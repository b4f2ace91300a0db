using Perf.Analyzers.Rules.Baselines;
using Perf.Analyzers.Rules.Thresholds;
using Perf.Analyzers.Rules.Usage;

namespace Perf.Analyzers.Rules;

/// <summary>Every rule.</summary>
internal static class RuleBook
{
    /// <summary>The rule about section attributes, wherever they stand.</summary>
    public static UnknownSection UnknownSection { get; } = new();

    /// <summary>The rule that looks into bodies.</summary>
    public static UnsteadyBody UnsteadyBody { get; } = new();

    public static IReadOnlyList<MethodRule> OfMethods { get; } =
    [
        new SloOnNoTest(),
        new ValueOutOfRange(),
        new LimitWithinTolerance(),
        new NoNumber(),
        UnknownSection,
        new UnknownKey(),
        new AmbiguousSection(),
        new LooserThanTheFile(),
        new RedundantNumber(),
        new ContradictingSlos(),
        new RetryHidesARegression(),
        new ParallelSlo(),
        new SkippedWithoutReason(),
        new MaxTimeBesideMaxDuration(),
        new HookAfterSlo(),
        new SloOnAsyncVoid(),
        new KeyDoesNotFit(),
        new NumberOnlyInCode(),
    ];

    public static IReadOnlyList<CompilationRule> OfCompilations { get; } =
    [
        new SectionWithoutSlo(),
        new NoBaselineEntry(),
        new OrphanedBaselineEntry(),
        new LimitFinerThanBaseline(),
        new UnusedKey(),
        new FileMissing(),
    ];

    public static IReadOnlyList<FileRule> OfFiles { get; } =
    [
        new SyntaxOfFile(),
        new UnknownKeyInFile(),
        new WrongTypeInFile(),
        new WrongUnitInFile(),
        new OutOfRangeInFile(),
        new DuplicateInFile(),
        new OverlayWithoutBase(),
        new RefusedYaml(),
    ];

    public static IReadOnlyList<Rule> All { get; } = [.. OfMethods, .. OfCompilations, .. OfFiles, UnsteadyBody];
}
