namespace Receipts.Native;

/// <summary>
/// Whether a libtorch has all that TorchSharp's library calls. The loader asks for a function when it is called first: without this a
/// libtorch of another version ends the process in the middle of its work.
/// </summary>
/// <remarks>Names are compared: a class of the same name with another layout is not seen.</remarks>
internal static class LibtorchSymbols
{
    private const int ShownAtMost = 3;

    /// <summary>Asserts that every needed symbol is defined in one of the libraries.</summary>
    /// <param name="home">The libtorch.</param>
    /// <param name="torchSharpLibrary">The path of <c>libLibTorchSharp.so</c>.</param>
    /// <exception cref="LibtorchException">A file is no library that can be loaded here, or symbols are missing.</exception>
    public static void Require(LibtorchHome home, string torchSharpLibrary)
    {
        IReadOnlyList<string> needed = Of(home, torchSharpLibrary, symbols => symbols.NeededWithoutVersion());
        IReadOnlyList<string> missing = needed;
        foreach (string path in home.Libraries)
        {
            missing = Of(home, path, symbols => missing.Where(name => !symbols.Defines(name)).ToArray());
        }

        if (missing.Count > 0)
        {
            string version = LibtorchVersion.Of(home.Folder) is { } told
                ? $"this is libtorch {told}"
                : "this is a libtorch of unknown version (neither build-version nor version.py tells it)";
            string more = missing.Count > ShownAtMost ? ", …" : string.Empty;
            throw home.Wrong(
                $"{version}, and TorchSharp was made for {LibtorchVersion.OfTorchSharp}: {missing.Count} of the {needed.Count} functions that it calls are missing ({string.Join(", ", missing.Take(ShownAtMost))}{more}); name a libtorch {LibtorchVersion.OfTorchSharp}");
        }
    }

    private static IReadOnlyList<string> Of(LibtorchHome home, string path, Func<ElfSymbols, IReadOnlyList<string>> names)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return names(ElfSymbols.Read(ElfLibrary.Read(file)));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw home.Wrong($"{path} cannot be used: {e.Message}", e);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw home.Wrong($"{path} cannot be used: it is a damaged library", e);
        }
    }
}
