using Perf.Measurement.Probes;

namespace Perf.Duets;

/// <summary>The two builds of a duet, wherever they run.</summary>
public interface IDuetArms
{
    /// <summary>The other commit's build.</summary>
    IDuetArm Base { get; }

    /// <summary>The build under test.</summary>
    IDuetArm Head { get; }

    /// <summary>Tells whether something is compiled where they run.</summary>
    ICompilerProbe Compiler { get; }

    /// <summary>Whether both allocate in one heap, whose collections then fall on either.</summary>
    bool ShareAHeap { get; }

    /// <summary>Makes both fixtures anew, the base's first or the head's; both bodies can be called within the action.</summary>
    void Stand(bool isBaseFirst, Action use);
}
