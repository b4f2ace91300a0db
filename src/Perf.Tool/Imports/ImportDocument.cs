using Perf.Baselines;
using Perf.Tool.Baselines;

namespace Perf.Tool.Imports;

/// <summary>What <c>baseline import --json</c> writes.</summary>
/// <param name="File">The baseline that was written.</param>
/// <param name="Series">The series that it has now from the import.</param>
/// <param name="Notes">What could not be known.</param>
internal sealed record ImportDocument(string File, IReadOnlyList<SeriesDocument> Series, IReadOnlyList<string> Notes);

/// <summary>What an import came to, before it is written.</summary>
/// <param name="Series">The series.</param>
/// <param name="Notes">What could not be known, a sentence each.</param>
/// <param name="Host">What the file tells of its machine; null where it tells nothing.</param>
internal sealed record Imported(IReadOnlyList<BaselineSeries> Series, IReadOnlyList<string> Notes, BenchmarkHost? Host);
