namespace Perf.Objectives;

/// <summary>A limit with its sense.</summary>
/// <param name="Kind">What is bounded.</param>
/// <param name="Value">The limit, in the unit of the metric; in percent for a regression.</param>
public readonly record struct Bound(BoundKind Kind, double Value)
{
    /// <summary>The one of two bounds of the same kind that is harder to keep.</summary>
    /// <exception cref="ArgumentException">The bounds are of different kinds.</exception>
    public Bound Stricter(Bound other)
    {
        if (other.Kind != Kind)
        {
            throw new ArgumentException($"A bound of kind {other.Kind} cannot be compared with one of kind {Kind}.", nameof(other));
        }

        double value = Kind == BoundKind.AtLeast ? Math.Max(Value, other.Value) : Math.Min(Value, other.Value);
        return this with { Value = value };
    }
}
