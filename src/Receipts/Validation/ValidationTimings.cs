namespace Receipts.Validation;

/// <summary>How long a run took.</summary>
/// <param name="Images">How many images it validated.</param>
/// <param name="BatchSeconds">Seconds of each batch.</param>
/// <param name="StageSeconds">Seconds of each stage over the whole run, by the stage's number.</param>
public sealed record ValidationTimings(
    int Images, IReadOnlyList<double> BatchSeconds, IReadOnlyList<double> StageSeconds)
{
    /// <summary>Seconds of all batches.</summary>
    public double TotalSeconds => BatchSeconds.Sum();

    /// <summary>Mean seconds of a batch; 0 without any.</summary>
    public double MeanBatchSeconds => BatchSeconds.Count == 0 ? 0 : BatchSeconds.Average();

    /// <summary>
    /// 95 of 100 batches take no longer than this many seconds (type-7 quantile of Hyndman and Fan, 1996); 0 without
    /// any.
    /// </summary>
    public double Percentile95BatchSeconds => Quantile(0.95);

    /// <summary>Images a second; 0 without any.</summary>
    public double ImagesPerSecond => TotalSeconds > 0 ? Images / TotalSeconds : 0;

    /// <summary>Mean seconds that an image spends in a stage; 0 without any image.</summary>
    public double SecondsPerImage(ValidationStage stage) => Images == 0 ? 0 : StageSeconds[(int)stage] / Images;

    private double Quantile(double probability)
    {
        if (BatchSeconds.Count == 0)
        {
            return 0;
        }

        double[] sorted = [.. BatchSeconds.Order()];
        double position = probability * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
