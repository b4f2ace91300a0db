using System.Collections.Immutable;

namespace Perf.Analyzers.Model;

/// <summary>
/// Finds what the rules need of the objects in <c>series</c> of a baseline file. It skips everything else, samples above all, which
/// make the files long; what is no JSON has no entries from there on: the run time says what is wrong with it.
/// </summary>
internal sealed class BaselineEntries
{
    private readonly JsonText _json;
    private readonly ImmutableArray<BaselineEntry>.Builder _entries = ImmutableArray.CreateBuilder<BaselineEntry>();

    private BaselineEntries(string text) => _json = new JsonText(text);

    /// <summary>The series of a text, as far as it can be read.</summary>
    public static BaselineContent Read(string text)
    {
        BaselineEntries reader = new(text);
        bool isOriginalShape = false;
        reader._json.Object(member =>
        {
            isOriginalShape |= member == "analysis";
            return member == "series" ? reader._json.Array(reader.Series) : reader._json.Value(depth: 1);
        });
        return new BaselineContent(reader._entries.ToImmutable(), isOriginalShape);
    }

    private bool Series()
    {
        JsonString? test = null;
        string? metric = null;
        double? resolutionPercent = null;
        int launches = 0;
        bool isWhole = _json.Object(member => member switch
        {
            "test" => (test = _json.String()) is not null,
            "metric" => (metric = _json.String()?.Text) is not null,
            "resolutionPercent" => _json.NotNegative(depth: 3, out resolutionPercent),
            "launches" => _json.Items(depth: 3, out launches),
            _ => _json.Value(depth: 3),
        });
        if (isWhole && test is { } named && metric is not null)
        {
            _entries.Add(new BaselineEntry(named.Text, metric, named.Start, named.Length, resolutionPercent, launches));
        }

        return isWhole;
    }
}
