namespace Receipts.Validation;

/// <summary>Adds up how long each stage takes within a batch.</summary>
/// <param name="time">The clock.</param>
internal sealed class StageClock(TimeProvider time)
{
    private readonly double[] _seconds = new double[ValidationStages.All.Count];
    private long _batchStart;
    private long _stageStart;

    /// <summary>Seconds of each stage since <see cref="BeginBatch"/>, by the stage's number.</summary>
    public ReadOnlySpan<double> Seconds => _seconds;

    /// <summary>Seconds since <see cref="BeginBatch"/>.</summary>
    public double BatchSeconds => time.GetElapsedTime(_batchStart).TotalSeconds;

    /// <summary>Forgets the last batch and begins the next, and its first stage.</summary>
    public void BeginBatch()
    {
        Array.Clear(_seconds);
        _batchStart = _stageStart = time.GetTimestamp();
    }

    /// <summary>
    /// Ends a stage; the next begins at the same moment, so that nothing of a batch belongs to no stage.
    /// </summary>
    public void End(ValidationStage stage)
    {
        long now = time.GetTimestamp();
        _seconds[(int)stage] += time.GetElapsedTime(_stageStart, now).TotalSeconds;
        _stageStart = now;
    }
}
