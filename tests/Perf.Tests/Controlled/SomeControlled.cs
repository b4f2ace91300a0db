using Perf.Controlled;
using Perf.Duets;
using Perf.Measurement;
using Perf.Tests.Measurement;

namespace Perf.Tests.Controlled;

/// <summary>Launches beside a control to test with.</summary>
internal static class SomeControlled
{
    /// <summary>What the control takes where nothing else is said, s.</summary>
    public const double Control = 0.0003;

    /// <summary>What the sentinel takes where nothing else is said, s.</summary>
    public const double Sentinel = 0.0001;

    /// <summary>Samples of a body that took these times, s; the control and the sentinel took theirs on both sides of each.</summary>
    public static ControlledSamples Samples(double[] body, double[]? control = null, double[]? sentinel = null)
    {
        control ??= [.. body.Select(_ => Control)];
        sentinel ??= [.. body.Select(_ => Sentinel)];
        Surroundings around = new(control, sentinel, sentinel, control);
        return new ControlledSamples
        {
            Control = new ControlName("Mixed", 1),
            Subject = new ArmSamples(SomeSamples.Lasting(body), [.. body.Select(_ => 0.0)]),
            Cpu = around,
            Wall = around,
            NeedsWall = false,
            HasHelpers = false,
            WarmUp = new WarmUpReport(Calls: 60, Seconds: 0.75, Settled: true),
            MeasuredSeconds = 2,
        };
    }

    /// <summary>So many equal samples of a body of 2 ms, times a ratio.</summary>
    public static ControlledSamples Launch(double ratio = 1, int samples = 40) => Samples([.. Enumerable.Repeat(0.002 * ratio, samples)]);

    /// <summary>The same launch in which the body recorded something in each iteration.</summary>
    public static ControlledSamples Recording(this ControlledSamples launch, InstrumentSamples instrument) =>
        launch.WithSamples(samples => samples with { Instruments = [.. samples.Instruments, instrument] });

    /// <summary>The same launch with other samples of the body.</summary>
    public static ControlledSamples WithSamples(this ControlledSamples launch, Func<LaunchSamples, LaunchSamples> change) =>
        launch with { Subject = launch.Subject with { Samples = change(launch.Subject.Samples) } };

    /// <summary>The same launch in which the control and the sentinel took so much longer in both clocks.</summary>
    public static ControlledSamples With(this ControlledSamples launch, double control = 1, double sentinel = 1) => launch with
    {
        Cpu = Times(launch.Cpu, control, sentinel),
        Wall = Times(launch.Wall, control, sentinel),
    };

    private static Surroundings Times(Surroundings around, double control, double sentinel) => new(
        [.. around.ControlBefore.Select(seconds => seconds * control)],
        [.. around.SentinelBefore.Select(seconds => seconds * sentinel)],
        [.. around.SentinelAfter.Select(seconds => seconds * sentinel)],
        [.. around.ControlAfter.Select(seconds => seconds * control)]);
}
