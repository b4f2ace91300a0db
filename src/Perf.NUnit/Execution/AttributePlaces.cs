using System.Reflection;
using System.Text.RegularExpressions;
using Perf.Files;
using Perf.Objectives;

namespace Perf.Execution;

/// <summary>
/// Where the promises of a test stand in its source. Read from the source file once the test was measured: a line that the compiler
/// notes beside an attribute would make two builds of the same code differ.
/// </summary>
internal sealed partial class AttributePlaces
{
    private readonly Dictionary<string, SourceLocation> _ofAttribute = [];
    private readonly SourceLocation? _ofMethod;

    private AttributePlaces(SourceLocation? ofMethod) => _ofMethod = ofMethod;

    /// <summary>The places of a test method's promises.</summary>
    /// <param name="method">The test method.</param>
    /// <param name="sourceTree">A folder of the source tree.</param>
    public static AttributePlaces Of(MethodInfo method, string sourceTree)
    {
        string root = RepositoryOf(sourceTree);
        if (SourcePlace.Find(method) is not { } first || WithoutPrefix(first.File, root) is not { } path || Relative(path, root) is not { } shown)
        {
            return new AttributePlaces(null);
        }

        AttributePlaces places = new(new SourceLocation(shown, first.Line));
        try
        {
            places.Read(method, new AttributeLines(File.ReadAllText(path), method.Name, first.Line), shown);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The line of the body is known without it.
        }

        return places;
    }

    /// <summary>An objective that knows the line of its attribute, or the line of the body where that is not found.</summary>
    public Objective Place(Objective objective) => objective with
    {
        Origin = objective.Origin with { Source = _ofAttribute.GetValueOrDefault(objective.Origin.Attribute) ?? _ofMethod },
    };

    // Attributes of one kind are reflected in the order in which they are written; an inherited one is written elsewhere.
    private void Read(MethodInfo method, AttributeLines lines, string file)
    {
        foreach (IGrouping<Type, SloAttribute> kind in method.GetCustomAttributes<SloAttribute>(inherit: true).GroupBy(attribute => attribute.GetType()))
        {
            SloAttribute[] attributes = [.. kind];
            IReadOnlyList<int> found = lines.Of(kind.Key.Name);
            if (found.Count == attributes.Length)
            {
                foreach ((SloAttribute attribute, int line) in attributes.Zip(found))
                {
                    _ofAttribute.TryAdd(AttributeText.Of(attribute), new SourceLocation(file, line));
                }
            }
        }
    }

    // In a worktree it is a file.
    private static string RepositoryOf(string sourceTree) =>
        FoldersAbove.Of(sourceTree).FirstOrDefault(folder => Path.Exists(Path.Combine(folder, ".git"))) ?? sourceTree;

    // A deterministic build names files below /_/, which stands for the root of the repository.
    private static string? WithoutPrefix(string file, string root) =>
        DeterministicPrefix().Match(file) is { Success: true } prefix ? Path.Combine(root, file[prefix.Length..])
        : Path.IsPathRooted(file) ? file
        : null;

    private static string? Relative(string path, string root)
    {
        string relative = Path.GetRelativePath(root, path).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    [GeneratedRegex(@"^/_\d*/")]
    private static partial Regex DeterministicPrefix();
}
