using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Perf.Analyzers.Model;

/// <summary>A baseline file of a compilation.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text.</param>
/// <param name="Content">What it says, as far as it can be read; the run time says what is wrong with the rest.</param>
internal sealed record BaselineInCompilation(string Path, SourceText Text, BaselineContent Content)
{
    /// <summary>The name by which messages call it.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The environment that it was recorded in, by which the run finds it.</summary>
    public string Environment => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Its series.</summary>
    public IEnumerable<BaselineEntry> Entries => Content.Entries;

    /// <summary>The place of the name of an entry's test.</summary>
    public Location LocationOf(BaselineEntry entry)
    {
        TextSpan span = new(entry.TestStart, entry.TestLength);
        return Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
    }
}
