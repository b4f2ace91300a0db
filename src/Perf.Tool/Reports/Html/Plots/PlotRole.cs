namespace Perf.Tool.Reports.Html.Plots;

/// <summary>What a mark of a plot stands for; the style sheet gives each its look, in light and in dark.</summary>
internal enum PlotRole
{
    /// <summary>A line of the scale.</summary>
    Grid,

    /// <summary>The part of a launch in which it warmed up.</summary>
    WarmUpZone,

    /// <summary>A call of the warm-up.</summary>
    WarmUp,

    /// <summary>A sample that said nothing.</summary>
    SetAside,

    /// <summary>The base build, or what was recorded.</summary>
    Base,

    /// <summary>The code under test.</summary>
    Head,

    /// <summary>The median of the base.</summary>
    BaseMedian,

    /// <summary>The median of the code under test.</summary>
    HeadMedian,

    /// <summary>The zone around a limit in which no verdict is claimed.</summary>
    Tolerance,

    /// <summary>Where nothing has changed.</summary>
    NoChange,

    /// <summary>The limit.</summary>
    Limit,

    /// <summary>Between the confidence limits.</summary>
    Bounds,

    /// <summary>The estimate between them.</summary>
    Estimate,

    /// <summary>What one process says.</summary>
    Launch,

    /// <summary>Where a launch begins.</summary>
    LaunchEdge,
}
