using System.Text.Json;
using System.Text.Json.Serialization;
using Perf.Files;

namespace Perf.Runs;

/// <summary>
/// What is done to the bodies of the build under test so that promises must fire: how a suite is tested itself. Between the tool and
/// the tests that it runs, who gives it by <c>PERF_INJECT</c>; nobody writes one by hand.
/// </summary>
public sealed record Injection
{
    /// <summary>By full name of a test, for how long each call spins after its body, in percent of what the body took.</summary>
    public IReadOnlyDictionary<string, double> DelayPercent
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? new Dictionary<string, double>();
    } = new Dictionary<string, double>();

    /// <summary>By full name of a test, what each call allocates after its body, By.</summary>
    public IReadOnlyDictionary<string, int> AllocatedBytes
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? new Dictionary<string, int>();
    } = new Dictionary<string, int>();

    /// <summary>Reads a file.</summary>
    /// <exception cref="PerfFileException">It is none.</exception>
    public static Injection Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), InjectionJson.Default.Injection) ?? throw Wrong(path, "it is empty");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Wrong(path, e.Message, e);
        }
    }

    /// <summary>Writes a file.</summary>
    /// <exception cref="PerfFileException">It cannot be written.</exception>
    public void Write(string path) => AtomicFile.WriteAllText(path, JsonSerializer.Serialize(this, InjectionJson.Default.Injection));

    private static PerfFileException Wrong(string path, string why, Exception? inner = null) =>
        new(path, null, null, $"does not say what to inject: {why}", "unset PERF_INJECT, which is for `dotnet perf selftest` alone", inner);
}

/// <summary>Serialises without reflection.</summary>
[JsonSerializable(typeof(Injection))]
internal sealed partial class InjectionJson : JsonSerializerContext;
