using System.Text.Json;
using System.Text.Json.Serialization;
using Perf.Duets;
using Perf.Measurement;

namespace Perf.Workers;

/// <summary>What a worker is started for.</summary>
internal enum WorkerTask
{
    /// <summary>Samples of the test.</summary>
    Samples,

    /// <summary>Samples of the test beside the base build that the run names, both in the worker.</summary>
    Duet,

    /// <summary>To be one build of a duet, whose other one is in another worker.</summary>
    Arm,
}

/// <summary>The first line that a worker is told.</summary>
/// <param name="Task">What it is for.</param>
/// <param name="Test">The test.</param>
/// <param name="Build">The build that an arm is, <c>base</c> or <c>head</c>.</param>
/// <param name="BuildFolder">The folder of that build.</param>
internal sealed record WorkerRequest(WorkerTask Task, TestAddress Test, string? Build = null, string? BuildFolder = null);

/// <summary>The worker's answer: samples, of one build or of two, or why there are none.</summary>
internal sealed record WorkerReply(LaunchSamples? Samples, DuetSamples? Duet, string? Error);

/// <summary>One JSON document a line.</summary>
internal static class WorkerMessages
{
    public static string Write(WorkerRequest request) => JsonSerializer.Serialize(request, WorkerJsonContext.Default.WorkerRequest);

    public static string Write(WorkerReply reply) => JsonSerializer.Serialize(reply, WorkerJsonContext.Default.WorkerReply);

    public static string Write(ArmCommand command) => JsonSerializer.Serialize(command, WorkerJsonContext.Default.ArmCommand);

    public static string Write(ArmReply reply) => JsonSerializer.Serialize(reply, WorkerJsonContext.Default.ArmReply);

    public static WorkerRequest ReadRequest(string line) => JsonSerializer.Deserialize(line, WorkerJsonContext.Default.WorkerRequest)!;

    public static WorkerReply ReadReply(string line) => JsonSerializer.Deserialize(line, WorkerJsonContext.Default.WorkerReply)!;

    public static ArmCommand ReadCommand(string line) => JsonSerializer.Deserialize(line, WorkerJsonContext.Default.ArmCommand)!;

    public static ArmReply ReadArmReply(string line) => JsonSerializer.Deserialize(line, WorkerJsonContext.Default.ArmReply)!;
}

/// <summary>Serialises without reflection.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerReply))]
[JsonSerializable(typeof(ArmCommand))]
[JsonSerializable(typeof(ArmReply))]
internal sealed partial class WorkerJsonContext : JsonSerializerContext;
