namespace Receipts.Validation;

/// <summary>The stages as a list and by name.</summary>
public static class ValidationStages
{
    /// <summary>All stages in order.</summary>
    public static IReadOnlyList<ValidationStage> All { get; } = Enum.GetValues<ValidationStage>();

    /// <summary>
    /// The stage's name, as in the instrument's tag: load, pre-process, forward, post-process or score.
    /// </summary>
    public static string NameOf(ValidationStage stage) => stage switch
    {
        ValidationStage.Load => "load",
        ValidationStage.PreProcess => "pre-process",
        ValidationStage.Forward => "forward",
        ValidationStage.PostProcess => "post-process",
        ValidationStage.Score => "score",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "There is no such stage."),
    };
}
