namespace Receipts.Model;

/// <summary>One trained tensor of the weights file.</summary>
/// <param name="Shape">Its dimensions, outermost first.</param>
/// <param name="Values">Its numbers, row by row.</param>
internal sealed record WeightTensor(IReadOnlyList<long> Shape, float[] Values);
