using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using Perf.Tool.Reports.Html.Views;

namespace Perf.Tool.Reports.Html;

/// <summary>The page as a Liquid template: whatever it shows is encoded, except the plots and its own style and script.</summary>
internal static class ReportTemplate
{
    // A page of 10 000 tests is still made; a template that loops for ever is not.
    private const int MostSteps = 50_000_000;

    private static readonly string Style = TemplateFiles.Read("report.css");
    private static readonly string Script = TemplateFiles.Read("report.js");

    // What a language writes is written; what means something to a browser, or to nobody, is encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly TemplateOptions Options = OptionsOf(isStrict: false);
    private static readonly IFluidTemplate Template = new FluidParser().Parse(TemplateFiles.Read("report.liquid"));

    /// <summary>The text of the page.</summary>
    /// <param name="page">What it shows.</param>
    /// <param name="isStrict">Whether a place of the template that nothing fills is an error, as a test wants it; an empty place otherwise.</param>
    public static string Render(ReportPage page, bool isStrict = false)
    {
        TemplateContext context = new(page, isStrict ? OptionsOf(isStrict) : Options);
        context.SetValue("style", Style);
        context.SetValue("script", Script);
        context.SetValue("style_hash", Hash(Style));
        context.SetValue("script_hash", Hash(Script));
        return Template.Render(context, Encoder);
    }

    private static TemplateOptions OptionsOf(bool isStrict)
    {
        TemplateOptions options = new()
        {
            FileProvider = new TemplateFiles(),
            StrictVariables = isStrict,
            StrictFilters = true,
            MaxSteps = MostSteps,
            CultureInfo = System.Globalization.CultureInfo.InvariantCulture,
        };
        options.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.SnakeCase;
        foreach (Type view in (Type[])
            [typeof(ReportPage), typeof(RunView), typeof(CountView), typeof(CardView), typeof(ReasonView), typeof(TestView), typeof(PromiseView), typeof(FigureView), typeof(LegendView), typeof(StageView), typeof(FactView)])
        {
            options.MemberAccessStrategy.Register(view);
        }

        options.ValueConverters.Add(value => value is string text ? new StringValue(ShownText.Of(text)) : null);
        return options;
    }

    // The policy of the page allows this style and this script, and nothing else.
    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
