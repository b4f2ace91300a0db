using System.Globalization;

namespace Perf.Builds;

/// <summary>A file of a build.</summary>
/// <param name="Path">Its path within the build, with slashes.</param>
/// <param name="Hash">SHA-256 of its content, in lower-case hexadecimal digits.</param>
/// <param name="Length">Its length, bytes.</param>
internal sealed record StoredFile(string Path, string Hash, long Length)
{
    private const string Separator = "  ";
    private const int HashDigits = 64;

    /// <summary>The file that a line of a manifest tells of; null where it tells of none that a build could have.</summary>
    public static StoredFile? Parse(string line) =>
        line.Split(Separator, 3) is [{ Length: HashDigits } hash, var digits, var path]
        && hash.All(char.IsAsciiHexDigitLower)
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
        && MayBePath(path)
            ? new StoredFile(path, hash, length)
            : null;

    /// <summary>Whether a path stays within its build and can stand in a line.</summary>
    public static bool MayBePath(string path) =>
        !System.IO.Path.IsPathRooted(path)
        && !path.AsSpan().ContainsAny("\n\r\0")
        && !path.Split('/', System.IO.Path.DirectorySeparatorChar).Any(part => part is "" or "." or "..");

    /// <summary>As it stands in a manifest, without the end of the line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Hash}{Separator}{Length}{Separator}{Path}");
}
