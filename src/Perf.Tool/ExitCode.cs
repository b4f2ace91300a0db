namespace Perf.Tool;

/// <summary>What a script learns from the tool.</summary>
internal enum ExitCode
{
    /// <summary>Nothing is held against the change.</summary>
    Pass = 0,

    /// <summary>A promise is broken, or a test failed.</summary>
    Regressed = 1,

    /// <summary>Something could not be judged, and the policy says to fail on that.</summary>
    NotJudged = 2,

    /// <summary>The command or what it was given is wrong; nothing was decided.</summary>
    Misuse = 3,
}
