using System.Text.Json;
using System.Text.Json.Serialization;
using NUnit.Framework;
using NUnit.Framework.Internal;
using Perf.Duets;
using Perf.Measurement;

namespace Perf.Workers;

/// <summary>Asks a worker for one launch of one test.</summary>
/// <param name="Assembly">The path of the test assembly.</param>
/// <param name="FullName">The full name of the test.</param>
/// <param name="Signature">The types of its parameters, since overloads share a name.</param>
/// <param name="Ordinal">Which of the tests of that name and signature: cases may share both.</param>
/// <param name="ClassName">The fixture, so that no other need be loaded; null for a generic one.</param>
/// <param name="WorkDirectory">NUnit's work directory.</param>
/// <param name="Parameters">The parameters of the run.</param>
/// <param name="IsDuet">Whether it is measured beside the base build that the run names.</param>
internal sealed record WorkerRequest(
    string Assembly,
    string FullName,
    string Signature,
    int Ordinal,
    string? ClassName,
    string WorkDirectory,
    IReadOnlyDictionary<string, string> Parameters,
    bool IsDuet)
{
    /// <summary>Asks for a launch of a test of this process.</summary>
    public static WorkerRequest Of(Test test, bool isDuet) => new(
        test.TypeInfo!.Assembly.Location,
        test.FullName,
        TestLookup.SignatureOf(test),
        TestLookup.OrdinalOf(test),
        test.TypeInfo.IsGenericType ? null : test.TypeInfo.FullName,
        TestContext.CurrentContext.WorkDirectory,
        TestContext.Parameters.Names.ToDictionary(name => name, name => TestContext.Parameters[name] ?? ""),
        isDuet);
}

/// <summary>The worker's answer: samples, of one build or of two, or why there are none.</summary>
internal sealed record WorkerReply(LaunchSamples? Samples, DuetSamples? Duet, string? Error);

/// <summary>One JSON document a line.</summary>
internal static class WorkerMessages
{
    public static string Write(WorkerRequest request) => JsonSerializer.Serialize(request, WorkerJsonContext.Default.WorkerRequest);

    public static string Write(WorkerReply reply) => JsonSerializer.Serialize(reply, WorkerJsonContext.Default.WorkerReply);

    public static WorkerRequest ReadRequest(string line) => JsonSerializer.Deserialize(line, WorkerJsonContext.Default.WorkerRequest)!;

    public static WorkerReply ReadReply(string line) => JsonSerializer.Deserialize(line, WorkerJsonContext.Default.WorkerReply)!;
}

/// <summary>Serialises without reflection.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerReply))]
internal sealed partial class WorkerJsonContext : JsonSerializerContext;
