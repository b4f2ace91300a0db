using System.Reflection;

namespace Perf.Analyzers;

/// <summary>Where the page of a rule is.</summary>
internal static class HelpLink
{
    // The build notes the repository in the assembly, so that its address stands in one place.
    private static readonly string Repository = typeof(HelpLink).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(note => note.Key == "RepositoryUrl")?.Value ?? "";

    public static string Of(string id) => $"{Repository}/blob/main/analyzers/docs/{id}.md";
}
