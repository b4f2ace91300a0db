namespace Receipts.Native;

/// <summary>
/// The folder of an installed libtorch that takes the place of the packaged one: <c>torch/lib</c> of a PyTorch installation, or
/// <c>lib</c> of a libtorch that was unpacked.
/// </summary>
internal sealed class LibtorchHome
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "LIBTORCH_HOME";

    /// <summary>The library without which there is no CUDA.</summary>
    public const string CudaLibrary = "libtorch_cuda.so";

    /// <summary>Of these files a process holds one copy: a second registers everything again, and the process is aborted.</summary>
    public static readonly IReadOnlyList<string> LibraryNames =
        ["libc10.so", "libtorch_cpu.so", "libc10_cuda.so", CudaLibrary, "libtorch.so"];

    private const string Expected = "it must be the folder of libtorch's libraries, such as torch/lib of a PyTorch installation";

    private readonly string _given;

    private LibtorchHome(string folder)
    {
        Folder = Path.GetFullPath(folder);

        // A test host has a current folder of its own.
        _given = Path.IsPathRooted(folder) ? folder : $"{folder} ({Folder})";
    }

    /// <summary>The folder, as an absolute path.</summary>
    public string Folder { get; }

    /// <summary>Whether it has the part for CUDA.</summary>
    public bool HasCuda => File.Exists(Path.Combine(Folder, CudaLibrary));

    /// <summary>The libraries in the order in which they load: each needs those before it.</summary>
    public IEnumerable<string> Libraries => LibraryNames
        .Where(name => HasCuda || !name.Contains("_cuda", StringComparison.Ordinal))
        .Select(name => Path.Combine(Folder, name));

    /// <summary>The folder that the environment names; null where it names none.</summary>
    public static LibtorchHome? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Of(folder) : null;

    /// <summary>A folder by its path.</summary>
    public static LibtorchHome Of(string folder) => new(folder);

    /// <summary>An error that names the variable and its value.</summary>
    public LibtorchException Wrong(string problem, Exception? cause = null) => new($"{Variable}={_given}: {problem}", cause);

    /// <summary>Asserts that every library that is needed is there.</summary>
    /// <exception cref="LibtorchException">The folder or a library is missing.</exception>
    public void RequireLibraries()
    {
        if (File.Exists(Folder))
        {
            throw Wrong($"this is a file; {Expected}");
        }

        if (!Directory.Exists(Folder))
        {
            throw Wrong($"there is no such folder; {Expected}");
        }

        string[] missing = [.. Libraries.Where(path => !File.Exists(path)).Select(path => Path.GetFileName(path))];
        if (missing.Length > 0)
        {
            string inner = Path.Combine(Folder, "lib");
            string meant = File.Exists(Path.Combine(inner, LibraryNames[0])) ? $"; {inner} looks like it" : string.Empty;
            throw Wrong($"{string.Join(", ", missing)} missing there; {Expected}{meant}");
        }
    }
}
