namespace Perf.Thresholds;

/// <summary>What is wrong with a place of a thresholds file.</summary>
public enum ThresholdProblemKind
{
    /// <summary>The text is not YAML, or holds a character that YAML forbids.</summary>
    Syntax,

    /// <summary>No such key, in this place or at all.</summary>
    UnknownKey,

    /// <summary>The key ends in no known unit, or not in the unit of its metric.</summary>
    WrongUnit,

    /// <summary>Another kind of value is wanted: a number, a section, <c>warn</c> or <c>fail</c>.</summary>
    WrongType,

    /// <summary>A number that the key cannot take.</summary>
    OutOfRange,

    /// <summary>A name that stands twice in one mapping; neither counts.</summary>
    Duplicate,

    /// <summary>An overlay of a section or key that the file itself lacks.</summary>
    UnknownInBase,

    /// <summary>More characters or entries than a thresholds file may have; nothing of it is read.</summary>
    TooLarge,

    /// <summary>Nested deeper than a thresholds file may be; nothing of it is read.</summary>
    TooDeep,

    /// <summary>An anchor or an alias.</summary>
    AliasRefused,

    /// <summary>A tag.</summary>
    TagRefused,

    /// <summary>A directive, or a second document.</summary>
    DocumentRefused,
}
