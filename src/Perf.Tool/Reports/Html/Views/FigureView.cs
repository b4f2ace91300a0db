using Perf.Tool.Reports.Html.Plots;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>A plot with what a reader needs to read it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Explanation">How to read it, in a sentence or two.</param>
/// <param name="Svg">The picture, safe as it stands.</param>
/// <param name="Legend">Its marks.</param>
internal sealed record FigureView(string Title, string Explanation, string Svg, IReadOnlyList<LegendView> Legend);

/// <summary>A mark of a plot.</summary>
/// <param name="Class">Its class in the style sheet.</param>
/// <param name="Path">Its shape, in a box of 16 by 10.</param>
/// <param name="Label">What it stands for.</param>
internal sealed record LegendView(string Class, string Path, string Label)
{
    /// <summary>Dots of a series.</summary>
    public static LegendView Dot(PlotRole role, string label) => new($"dot {role}", "M8 5h0", label);

    /// <summary>Samples that said nothing.</summary>
    public static LegendView Cross(PlotRole role, string label) => new($"line {role}", "M5 2L11 8M11 2L5 8", label);

    /// <summary>A filled area.</summary>
    public static LegendView Area(PlotRole role, string label) => new($"area {role}", "M1 1h14v8h-14z", label);

    /// <summary>A line from left to right.</summary>
    public static LegendView Line(PlotRole role, string label) => new($"line {role}", "M1 5h14", label);

    /// <summary>A line over the whole height.</summary>
    public static LegendView Upright(PlotRole role, string label) => new($"line {role}", "M8 0v10", label);

    /// <summary>The mark of an estimate.</summary>
    public static LegendView Diamond(PlotRole role, string label) => new($"area {role}", "M8 0L13 5L8 10L3 5Z", label);
}

/// <summary>Something worth knowing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record FactView(string Name, string Value);
