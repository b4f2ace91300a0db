namespace Perf.Tool.Checks;

/// <summary>How much a finding weighs.</summary>
internal enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Probably not meant so.</summary>
    Warning,

    /// <summary>A run would refuse it.</summary>
    Error,
}

/// <summary>Something that <c>check</c> found.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="File">The file, as the user finds it.</param>
/// <param name="Line">The line, from 1; null where none is to blame.</param>
/// <param name="Column">The column, from 1; null where none is to blame.</param>
/// <param name="Message">What it is and, after a semicolon, what to do.</param>
internal sealed record FileFinding(FindingSeverity Severity, string File, int? Line, int? Column, string Message)
{
    /// <summary>As compilers print theirs; what is no error says so.</summary>
    public override string ToString()
    {
        string place = (Line, Column) switch
        {
            (null, _) => File,
            (_, null) => $"{File}:{Line}",
            _ => $"{File}:{Line}:{Column}",
        };
        return Severity == FindingSeverity.Error ? $"{place}: {Message}" : $"{place}: {Severity.ToString().ToLowerInvariant()}: {Message}";
    }
}

/// <summary>What <c>check --json</c> writes.</summary>
/// <param name="Folder">The folder that was checked.</param>
/// <param name="Baselines">The baselines that were read.</param>
/// <param name="Findings">What was found, in the order of files and lines.</param>
internal sealed record CheckDocument(string Folder, IReadOnlyList<string> Baselines, IReadOnlyList<FileFinding> Findings);
