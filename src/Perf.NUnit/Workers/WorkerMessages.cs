using System.Text.Json;
using System.Text.Json.Serialization;
using Perf.Controlled;
using Perf.Duets;
using Perf.Measurement;
using Perf.Recording;

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

    /// <summary>Samples of the test between runs of a control.</summary>
    Controlled,

    /// <summary>The same of many tests one after another, to record a baseline.</summary>
    Record,
}

/// <summary>The first line that a worker is told.</summary>
/// <param name="Task">What it is for.</param>
/// <param name="Test">The test.</param>
/// <param name="Build">The build that an arm is, <c>base</c> or <c>head</c>.</param>
/// <param name="BuildFolder">The folder of that build; in a duet, of the base build.</param>
internal sealed record WorkerRequest(WorkerTask Task, TestAddress Test, string? Build = null, string? BuildFolder = null)
{
    /// <summary>The control to measure beside.</summary>
    public ControlName? Control { get; init; }

    /// <summary>The tests to record.</summary>
    public IReadOnlyList<RecordedTest> Recorded { get; init; } = [];

    /// <summary>Decides the order in which they run.</summary>
    public int Seed { get; init; }
}

/// <summary>The worker's answer: samples of one of the kinds, or why there are none.</summary>
internal sealed record WorkerReply(string? Error)
{
    /// <summary>Samples of the test alone.</summary>
    public LaunchSamples? Samples { get; init; }

    /// <summary>Samples of it beside the base build.</summary>
    public DuetSamples? Duet { get; init; }

    /// <summary>Samples of it between runs of a control.</summary>
    public ControlledSamples? Controlled { get; init; }

    /// <summary>Which of the tests to record it is; null in other tasks.</summary>
    public int? Index { get; init; }

    /// <summary>Whether that test begins, and its answer follows: of a worker that dies it is then known which one it was.</summary>
    public bool IsBeginning { get; init; }
}

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
