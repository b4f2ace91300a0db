namespace Perf.Baselines;

/// <summary>
/// Finds the commit that a working tree stands at, by reading git's files: git itself need not be there.
/// </summary>
public static class CommitOf
{
    private const int ShortHash = 7;
    private const int DeepestReference = 5;
    private const string ReferencePrefix = "ref: ";
    private const string LinkPrefix = "gitdir: ";

    /// <summary>
    /// The short hash of the commit checked out at or above a folder; outside of a repository that of
    /// <c>GITHUB_SHA</c>, and null without either.
    /// </summary>
    public static string? Find(string folder) => Find(folder, Environment.GetEnvironmentVariable);

    /// <summary>As <see cref="Find(string)"/>, with the environment given.</summary>
    internal static string? Find(string folder, Func<string, string?> environment)
    {
        string? hash = null;
        try
        {
            hash = GitFolderOf(folder) is { } git ? HashOf("HEAD", git, CommonFolderOf(git), DeepestReference) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A repository that cannot be read is as good as none: the commit is a courtesy to the reader.
        }

        hash ??= AsHash(environment("GITHUB_SHA"));
        return hash?[..ShortHash];
    }

    private static string? GitFolderOf(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            string git = Path.Combine(at.FullName, ".git");
            if (Directory.Exists(git))
            {
                return git;
            }

            // Worktrees and submodules have a file there that says where the folder is.
            if (ThisMachine.FirstLine(git) is { } line && line.StartsWith(LinkPrefix, StringComparison.Ordinal))
            {
                return Path.Combine(at.FullName, line[LinkPrefix.Length..].Trim());
            }
        }

        return null;
    }

    // The branches of a worktree are those of its repository.
    private static string CommonFolderOf(string git) =>
        ThisMachine.FirstLine(Path.Combine(git, "commondir")) is { } common ? Path.Combine(git, common) : git;

    private static string? HashOf(string reference, string git, string common, int deepest)
    {
        string? content = ThisMachine.FirstLine(Path.Combine(git, reference))
            ?? ThisMachine.FirstLine(Path.Combine(common, reference));
        if (content is null)
        {
            return Packed(reference, common);
        }

        return content.StartsWith(ReferencePrefix, StringComparison.Ordinal) && deepest > 0
            ? HashOf(content[ReferencePrefix.Length..].Trim(), git, common, deepest - 1)
            : AsHash(content);
    }

    private static string? Packed(string reference, string common)
    {
        string packed = Path.Combine(common, "packed-refs");
        return !File.Exists(packed)
            ? null
            : (from line in File.ReadLines(packed)
               let parts = line.Split(' ', 2)
               where parts.Length == 2 && parts[1].Trim() == reference
               select AsHash(parts[0])).FirstOrDefault();
    }

    // SHA-1 or SHA-256.
    private static string? AsHash(string? text) =>
        text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;
}
