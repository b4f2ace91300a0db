namespace Receipts.Model;

/// <summary>Hands out the tensors of a weights file, each exactly once, and tells which nobody asked for.</summary>
internal sealed class WeightLedger(IReadOnlyDictionary<string, WeightTensor> tensors)
{
    /// <summary>Numbers of the exporter's own arithmetic (divisors, clamps); the network's code has them already.</summary>
    private const string ExporterConstants = "p2o.helper";

    private readonly HashSet<string> _left =
        [.. tensors.Keys.Where(name => !name.StartsWith(ExporterConstants, StringComparison.Ordinal))];

    /// <summary>The values of tensor <paramref name="name"/>, which must have <paramref name="shape"/>.</summary>
    /// <remarks>Sides of one are left out of the comparison: the export keeps some vectors as [1, n, 1, 1].</remarks>
    /// <exception cref="InvalidDataException">It is missing, of another shape, or was handed out before.</exception>
    public float[] Take(string name, params ReadOnlySpan<int> shape)
    {
        if (!tensors.TryGetValue(name, out var tensor))
            throw new InvalidDataException($"tensor {name} is missing");

        if (!_left.Remove(name))
            throw new InvalidDataException($"tensor {name} was taken twice");

        var expected = shape.ToArray().Where(side => side != 1).Select(side => (long)side);
        if (!tensor.Shape.Where(side => side != 1).SequenceEqual(expected))
        {
            throw new InvalidDataException(
                $"tensor {name} is [{string.Join(", ", tensor.Shape)}] and not [{string.Join(", ", shape.ToArray())}]");
        }

        return tensor.Values;
    }

    /// <summary>Asserts that every tensor of the file found its place in the network.</summary>
    /// <exception cref="InvalidDataException">Some were never taken.</exception>
    public void RequireAllTaken()
    {
        if (_left.Count > 0)
            throw new InvalidDataException($"tensors without a place: {string.Join(", ", _left.Order())}");
    }
}
