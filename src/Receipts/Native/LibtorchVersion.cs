using System.Text.RegularExpressions;

namespace Receipts.Native;

/// <summary>Which version of libtorch a folder holds, where the files around it tell.</summary>
internal static partial class LibtorchVersion
{
    /// <summary>The version that TorchSharp's own library was compiled against.</summary>
    public const string OfTorchSharp = "2.10.0";

    /// <summary>
    /// The version as a libtorch that was unpacked (<c>build-version</c>) or a PyTorch installation (<c>version.py</c>) tells it; null
    /// where neither does.
    /// </summary>
    /// <param name="folder">The folder of the libraries; the files lie in it or in the one above it.</param>
    public static string? Of(string folder)
    {
        foreach (string place in (string[])[folder, Path.Combine(folder, "..")])
        {
            if (TextOf(Path.Combine(place, "build-version"))?.Trim() is { Length: > 0 } version)
            {
                return version;
            }

            if (TextOf(Path.Combine(place, "version.py")) is { } python && PythonVersion().Match(python) is { Success: true } told)
            {
                return told.Groups["version"].Value;
            }
        }

        return null;
    }

    private static string? TextOf(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    [GeneratedRegex("""^\s*__version__\s*(:[^=]*)?=\s*['"](?<version>[^'"]+)['"]""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PythonVersion();
}
