namespace Perf.Measurement;

/// <summary>Where samples come from: this process first, then fresh ones.</summary>
public interface ISampleSource
{
    /// <summary>Measures the test in one more process.</summary>
    LaunchSamples Next();
}
