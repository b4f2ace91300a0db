using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>
/// Makes of ScottPlot's SVG what a page of 200 tests can hold: colours become classes, dots of a series one path, numbers are
/// rounded to a tenth of a pixel, and the clip paths, whose ids would be the same in every plot, are left out.
/// </summary>
internal static partial class CompactSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The marks of a plot.</summary>
    /// <param name="xml">What ScottPlot wrote.</param>
    /// <param name="roleOf">What a colour stands for; null where it is ScottPlot's own.</param>
    public static string MarksOf(string xml, Func<string, PlotRole?> roleOf)
    {
        StringBuilder marks = new();
        string? open = null;
        foreach (XElement element in XDocument.Parse(xml).Descendants().Where(element => element.Parent?.Name != Svg + "clipPath"))
        {
            if (PathOf(element, roleOf) is not ({ } kind, { } data))
            {
                continue;
            }

            if (kind != open)
            {
                marks.Append(open is null ? "" : "\"/>").Append("<path class=\"").Append(kind).Append("\" d=\"");
                open = kind;
            }

            marks.Append(data);
        }

        return marks.Append(open is null ? "" : "\"/>").ToString();
    }

    private static (string? Kind, string? Data) PathOf(XElement element, Func<string, PlotRole?> roleOf)
    {
        string fill = (string?)element.Attribute("fill") ?? "none";
        string stroke = (string?)element.Attribute("stroke") ?? "none";
        return element.Name.LocalName switch
        {
            // A line of no length with round ends is a dot, in a tenth of the space.
            "ellipse" when roleOf(fill) is { } role => (Class("dot", role), $"M{Of(element, "cx")} {Of(element, "cy")}h0"),
            "rect" when roleOf(fill) is { } role => (
                Class("area", role),
                $"M{Of(element, "x")} {Of(element, "y")}h{Of(element, "width")}v{Of(element, "height")}h-{Of(element, "width")}z"),
            "path" when roleOf(fill) is { } role => (Class("area", role), Rounded((string)element.Attribute("d")!)),
            "path" when roleOf(stroke) is { } role => (Class("line", role), Rounded((string)element.Attribute("d")!)),
            _ => (null, null),
        };
    }

    private static string Class(string shape, PlotRole role) => $"{shape} {role}";

    private static string Of(XElement element, string attribute) => Rounded((string?)element.Attribute(attribute) ?? "0");

    private static string Rounded(string numbers) => Number().Replace(
        numbers,
        number => double.Parse(number.ValueSpan, CultureInfo.InvariantCulture).ToString("0.#", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"-?\d+\.\d+(?:[eE][-+]?\d+)?|-?\d+[eE][-+]?\d+")]
    private static partial Regex Number();
}
