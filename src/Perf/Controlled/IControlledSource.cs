namespace Perf.Controlled;

/// <summary>Where launches beside a control come from: this process first, then fresh ones.</summary>
public interface IControlledSource
{
    /// <summary>Measures the test in one more process.</summary>
    /// <param name="isEnough">Whether the samples so far are: then a launch may end early. Not every launch asks.</param>
    ControlledSamples Next(Func<ControlledSamples, bool> isEnough);
}
