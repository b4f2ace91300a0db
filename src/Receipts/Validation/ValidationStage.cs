namespace Receipts.Validation;

/// <summary>What validation does with each receipt, in this order.</summary>
public enum ValidationStage
{
    /// <summary>Reading and decoding the image.</summary>
    Load,

    /// <summary>Making the detector's input of it.</summary>
    PreProcess,

    /// <summary>The network.</summary>
    Forward,

    /// <summary>Making boxes of the probability map.</summary>
    PostProcess,

    /// <summary>Comparing the boxes with the ground truth.</summary>
    Score,
}
