namespace Perf.Thresholds.Promises;

/// <summary>
/// What an attribute says of one key of the file: the same whether it is read from a compiled attribute or from its source.
/// </summary>
/// <param name="Key">The key; null where the attribute names none.</param>
/// <param name="Better">Which way of the bounded number is better.</param>
/// <param name="Literal">The attribute's own number; null without one.</param>
public sealed record KeyPromise(string? Key, Direction Better, double? Literal)
{
    /// <summary>The number in force where neither attribute nor file has one.</summary>
    public double? Default { get; init; }

    /// <summary>
    /// Whether the promise is dropped where neither attribute nor file has a number: another of the attribute has one.
    /// </summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the attribute itself names the key, so that a file without it is a mistake.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The section that the attribute names with the key; null when the test's own counts.</summary>
    public string? Section { get; init; }

    /// <summary>Whether it limits the regression of a metric that is known to be noisy.</summary>
    public bool IsNoisyRegression { get; init; }

    /// <summary>
    /// Whether the number of the file is turned into the unit of an instrument, which only the run knows, so that the
    /// two numbers cannot be compared before.
    /// </summary>
    public bool IsConverted { get; init; }

    /// <summary>The numbers that the attribute gives, with what each can be.</summary>
    public IReadOnlyList<PromiseArgument> Arguments { get; init; } = [];

    /// <summary>
    /// The number in force: the stricter of the attribute's and the file's, else the default; null where there is none.
    /// </summary>
    /// <param name="fromFile">The file's number, in the unit of the attribute's.</param>
    public double? Enforced(double? fromFile) => Literal is { } own && fromFile is { } other
        ? Better == Direction.LowerIsBetter ? Math.Min(own, other) : Math.Max(own, other)
        : Literal ?? fromFile ?? Default;
}
