using System.Globalization;

namespace Perf.Baselines;

/// <summary>
/// What makes two machines comparable: numbers recorded on one say something on the other only when no required field
/// differs.
/// </summary>
public sealed record Fingerprint
{
    /// <summary>The processor, as it names itself. Required.</summary>
    public required string CpuModel { get; init; }

    /// <summary>The processors that the runtime may use, limits of a container included. Required.</summary>
    public required int LogicalCores { get; init; }

    /// <summary>The instruction set that the process runs in: <c>X64</c>, <c>Arm64</c>. Required.</summary>
    public required string Architecture { get; init; }

    /// <summary>
    /// The kind of operating system: <c>Linux</c>, <c>Linux (musl)</c>, <c>Windows</c>, <c>macOS</c>. Required.
    /// </summary>
    public required string OsFamily { get; init; }

    /// <summary>The major version of .NET. Required.</summary>
    public required int RuntimeMajor { get; init; }

    /// <summary>The collector: <c>workstation, concurrent</c>. Required.</summary>
    public required string GcMode { get; init; }

    /// <summary>How the JIT goes about it: <c>tiered, PGO, ReadyToRun</c>. Required.</summary>
    public required string TieringMode { get; init; }

    /// <summary>What the work runs on: <c>cpu</c> or the name of a GPU. Required.</summary>
    public required string Accelerator { get; init; }

    /// <summary>
    /// Native libraries that decide the speed, each as <c>name version</c>. Required; order means nothing.
    /// </summary>
    public IReadOnlyList<string> NativeLibraries
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// The hardening variables that are in force, each as <c>NAME=value</c>. Required; order means nothing.
    /// </summary>
    public IReadOnlyList<string> Hardening
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>The release of the kernel. Advisory.</summary>
    public string? Kernel { get; init; }

    /// <summary>The operating system with its version. Advisory.</summary>
    public string? OsDescription { get; init; }

    /// <summary>The whole version of .NET. Advisory.</summary>
    public string? RuntimeVersion { get; init; }

    /// <summary>The version of the accelerator's driver. Advisory.</summary>
    public string? Driver { get; init; }

    /// <summary>The fingerprint of this process on this machine.</summary>
    /// <param name="nativeLibraries">Native libraries that decide the speed, each as <c>name version</c>.</param>
    /// <param name="accelerator"><c>cpu</c> or the name of a GPU.</param>
    public static Fingerprint OfThisMachine(IEnumerable<string>? nativeLibraries = null, string accelerator = "cpu") =>
        ThisMachine.Fingerprint(nativeLibraries ?? [], accelerator);

    /// <summary>
    /// The differences that make numbers of the recorded machine incomparable with those of this one.
    /// </summary>
    public IReadOnlyList<FingerprintDifference> RequiredDifferences(Fingerprint recorded) => Differences(
        recorded,
        ("CPU model", machine => machine.CpuModel),
        ("logical cores", machine => machine.LogicalCores.ToString(CultureInfo.InvariantCulture)),
        ("architecture", machine => machine.Architecture),
        ("operating system", machine => machine.OsFamily),
        (".NET", machine => machine.RuntimeMajor.ToString(CultureInfo.InvariantCulture)),
        ("garbage collection", machine => machine.GcMode),
        ("JIT", machine => machine.TieringMode),
        ("accelerator", machine => machine.Accelerator),
        ("native libraries", machine => InWords(machine.NativeLibraries)),
        ("hardening", machine => InWords(machine.Hardening)));

    /// <summary>The differences that are worth a word but leave numbers comparable.</summary>
    public IReadOnlyList<FingerprintDifference> AdvisoryDifferences(Fingerprint recorded) => Differences(
        recorded,
        ("kernel", machine => machine.Kernel ?? "unknown"),
        ("OS version", machine => machine.OsDescription ?? "unknown"),
        (".NET version", machine => machine.RuntimeVersion ?? "unknown"),
        ("driver", machine => machine.Driver ?? "unknown"));

    private FingerprintDifference[] Differences(
        Fingerprint recorded,
        params (string Name, Func<Fingerprint, string> Value)[] fields) =>
    [
        .. from field in fields
           let then = field.Value(recorded)
           let now = field.Value(this)
           where !string.Equals(then, now, StringComparison.Ordinal)
           select new FingerprintDifference(field.Name, then, now),
    ];

    private static string InWords(IReadOnlyList<string> values) =>
        values.Count == 0 ? "none" : string.Join(", ", values.Order(StringComparer.Ordinal));
}
