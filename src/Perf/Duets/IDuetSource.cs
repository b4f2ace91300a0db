namespace Perf.Duets;

/// <summary>Where duets come from: this process first, then fresh ones.</summary>
public interface IDuetSource
{
    /// <summary>Measures both builds in one more process, or in one more pair of processes.</summary>
    DuetSamples Next();
}
