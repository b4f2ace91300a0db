using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Perf.Metrics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>
/// A plot of ScottPlot's whose colours are the style sheet's and whose texts are texts. ScottPlot draws letters as paths, which
/// are large, need a font on this machine, and cannot be read aloud; so it scales and draws, and labels are set here.
/// </summary>
internal sealed class PlotCanvas
{
    // Roles travel through ScottPlot as colours that nothing else has.
    private const byte Red = 0x10;
    private const byte Green = 0xA0;
    private const float TickLength = 3;

    private readonly Plot _plot = new();
    private readonly StringBuilder _labels = new();
    private readonly int _width;
    private readonly int _height;
    private readonly PixelPadding _padding;
    private readonly CoordinateRect _limits;

    /// <summary>An empty plot.</summary>
    /// <param name="width">In units of the picture, about pixels.</param>
    /// <param name="height">The same.</param>
    /// <param name="padding">Room for labels around the data.</param>
    /// <param name="limits">What the scales reach from and to.</param>
    public PlotCanvas(int width, int height, PixelPadding padding, CoordinateRect limits)
    {
        (_width, _height, _padding, _limits) = (width, height, padding, limits);
        _plot.HideAxesAndGrid();
        _plot.HideLegend();
        _plot.Layout.Fixed(padding);
        _plot.Axes.SetLimits(limits.Left, limits.Right, limits.Bottom, limits.Top);
    }

    private double DataWidth => _width - _padding.Left - _padding.Right;

    private double DataHeight => _height - _padding.Top - _padding.Bottom;

    /// <summary>How far from the left edge of the picture a place is.</summary>
    public double Across(double x) => _padding.Left + ((ClampX(x) - _limits.Left) / (_limits.Right - _limits.Left) * DataWidth);

    /// <summary>A filled area.</summary>
    public void Zone(PlotRole role, double left, double right, double bottom, double top)
    {
        ScottPlot.Plottables.Rectangle rectangle = _plot.Add.Rectangle(ClampX(left), ClampX(right), bottom, top);
        rectangle.FillColor = ColorOf(role);
        rectangle.LineWidth = 0;
    }

    /// <summary>A straight line.</summary>
    public void Line(PlotRole role, double x1, double y1, double x2, double y2)
    {
        ScottPlot.Plottables.LinePlot line = _plot.Add.Line(ClampX(x1), ClampY(y1), ClampX(x2), ClampY(y2));
        line.Color = ColorOf(role);
    }

    /// <summary>A vertical line over the whole height.</summary>
    public void Upright(PlotRole role, double x) => Line(role, x, _limits.Bottom, x, _limits.Top);

    /// <summary>A filled outline.</summary>
    public void Area(PlotRole role, Coordinates[] outline)
    {
        ScottPlot.Plottables.Polygon polygon = _plot.Add.Polygon(outline);
        polygon.FillColor = ColorOf(role);
        polygon.LineWidth = 0;
    }

    /// <summary>Points; what lies outside of the scales is put on their edge.</summary>
    public void Points(PlotRole role, IReadOnlyList<Coordinates> points, MarkerShape shape = MarkerShape.FilledCircle, float size = 4)
    {
        if (points.Count == 0)
        {
            return;
        }

        Coordinates[] within = [.. points.Select(point => new Coordinates(ClampX(point.X), ClampY(point.Y)))];
        ScottPlot.Plottables.Markers markers = _plot.Add.Markers(within, shape, size);
        markers.Color = ColorOf(role);
    }

    /// <summary>Lines and labels of the horizontal scale.</summary>
    public void BottomScale(Func<double, string> label, int labelWidth)
    {
        foreach (double x in Ticks(_limits.Left, _limits.Right, DataWidth, labelWidth))
        {
            Upright(PlotRole.Grid, x);
            Label(label(x), x, _limits.Bottom, "middle", 0, 13);
        }
    }

    /// <summary>Lines and labels of the vertical scale.</summary>
    public void LeftScale(Func<double, string> label)
    {
        const int labelHeight = 26;
        foreach (double y in Ticks(_limits.Bottom, _limits.Top, DataHeight, labelHeight))
        {
            Line(PlotRole.Grid, _limits.Left, y, _limits.Right, y);
            Label(label(y), _limits.Left, y, "end", -2 * TickLength, 4);
        }
    }

    /// <summary>A text beside a place of the data.</summary>
    /// <param name="text">The text.</param>
    /// <param name="x">The place.</param>
    /// <param name="y">The place.</param>
    /// <param name="anchor">Which end of the text stands there: <c>start</c>, <c>middle</c>, <c>end</c>.</param>
    /// <param name="right">How far right of it.</param>
    /// <param name="down">How far below it.</param>
    public void Label(string text, double x, double y, string anchor, double right, double down)
    {
        double top = _padding.Top + ((_limits.Top - ClampY(y)) / (_limits.Top - _limits.Bottom) * DataHeight);
        _labels.Append(CultureInfo.InvariantCulture, $"<text x=\"{Across(x) + right:0.#}\" y=\"{top + down:0.#}\"");
        _labels.Append(anchor == "start" ? "" : $" class=\"{anchor}\"").Append('>').Append(HtmlEncoder.Default.Encode(text)).Append("</text>");
    }

    /// <summary>The picture.</summary>
    /// <param name="description">What it shows, for those who do not see it.</param>
    public string ToSvg(string description) => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {_width} {_height}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(description)}\">")
        + CompactSvg.MarksOf(_plot.GetSvgXml(_width, _height), RoleOf)
        + _labels.ToString()
        + "</svg>";

    /// <summary>A value of time on a scale.</summary>
    public static string Seconds(double value) => Quantity.Seconds(Math.Round(value, 12));

    private static Color ColorOf(PlotRole role) => new(Red, Green, (byte)role);

    private static PlotRole? RoleOf(string color) =>
        color.Length == 7
        && uint.TryParse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint value)
        && value >> 8 == ((uint)Red << 8 | Green)
            ? (PlotRole)(value & 0xFF)
            : null;

    private static double[] Ticks(double low, double high, double length, double labelLength) =>
        new DecimalTickSpacingCalculator().GenerateTickPositions(
            new CoordinateRange(low, high), new PixelLength((float)length), new PixelLength((float)labelLength));

    private double ClampX(double x) => Math.Clamp(x, _limits.Left, _limits.Right);

    private double ClampY(double y) => Math.Clamp(y, _limits.Bottom, _limits.Top);
}
