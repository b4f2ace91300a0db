using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Perf.Thresholds;

namespace Perf.Analyzers.Model;

/// <summary>Finds the files of a compilation among its additional files.</summary>
/// <param name="options">The options of the compilation.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class PerfFiles(AnalyzerOptions options, CancellationToken cancellation)
{
    /// <summary>Parses a thresholds file once for each of its texts, not for each compilation.</summary>
    public static readonly SourceTextValueProvider<ThresholdsFile> ThresholdsProvider =
        new(text => ThresholdsFile.Parse(text.ToString(), ThresholdsInCompilation.FileName));

    /// <summary>Reads a baseline once for each of its texts.</summary>
    public static readonly SourceTextValueProvider<BaselineContent> BaselineProvider =
        new(text => BaselineEntries.Read(text.ToString()));

    // The build hands files over in no order at all, and may name one twice.
    private readonly AdditionalText[] _files =
    [
        .. options.AdditionalFiles
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .Select(same => same.First()),
    ];

    /// <summary>The thresholds file; the built-in defaults where there is none.</summary>
    /// <param name="parse">Parses a text, or remembers what it gave before.</param>
    public ThresholdsInCompilation Thresholds(Func<SourceText, ThresholdsFile?> parse)
    {
        AdditionalText? file = _files.FirstOrDefault(IsThresholds);
        return file?.GetText(cancellation) is { } text && parse(text) is { } read
            ? new ThresholdsInCompilation(file, text, read)
            : new ThresholdsInCompilation(null, null, ThresholdsFile.BuiltIn);
    }

    /// <summary>The baselines.</summary>
    /// <param name="read">Reads a text, or remembers what it gave before.</param>
    public IReadOnlyList<BaselineInCompilation> Baselines(Func<SourceText, BaselineContent?> read)
    {
        string? folder = _files.FirstOrDefault(IsThresholds) is { } thresholds ? FolderOf(thresholds) : null;
        List<BaselineInCompilation> baselines = [];
        foreach (AdditionalText file in _files.Where(file => IsBaseline(file, folder)))
        {
            if (file.GetText(cancellation) is { } text && read(text) is { } content)
            {
                baselines.Add(new BaselineInCompilation(file.Path, text, content));
            }
        }

        return baselines;
    }

    private static bool IsThresholds(AdditionalText file) => string.Equals(
        Path.GetFileName(file.Path), ThresholdsInCompilation.FileName, StringComparison.OrdinalIgnoreCase);

    // Beside the thresholds, or in a folder of the usual name; other packages bring JSON of their own.
    private static bool IsBaseline(AdditionalText file, string? folder) =>
        file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && !file.Path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)
        && (FolderOf(file) == folder || Path.GetFileName(FolderOf(file)) == "baselines");

    private static string FolderOf(AdditionalText file) => Path.GetDirectoryName(file.Path) ?? "";
}
