using System.Collections.Frozen;

namespace Perf.Measurement.Meters;

/// <summary>
/// Names an instrument, and optionally tags that its recordings must have:
/// <c>receipts.stage.duration{stage=forward,hit=true}</c>.
/// </summary>
/// <param name="Name">The name of the instrument; instruments of that name in several meters are all meant.</param>
/// <param name="Tags">The tags that a recording must have; further tags of it are summed over.</param>
public sealed record InstrumentSelector(string Name, IReadOnlyDictionary<string, string> Tags)
{
    private const string Expected =
        "an instrument is written as name or name{tag=value,other=value}, "
        + "for example receipts.stage.duration{stage=forward}";

    // No init accessors: a `with` expression would leave the wanted tags behind.
    /// <summary>The name of the instrument; instruments of that name in several meters are all meant.</summary>
    public string Name { get; } = Name;

    /// <summary>The tags that a recording must have; further tags of it are summed over.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; } = Tags;

    // An array, since enumerating a dictionary through its interface would allocate for every recording.
    private readonly KeyValuePair<string, string>[] _wanted =
        [.. Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)];

    /// <summary>Reads a selector from its text.</summary>
    /// <exception cref="FormatException">The text is not a selector; the message says what is wrong.</exception>
    public static InstrumentSelector Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        int brace = trimmed.IndexOf('{', StringComparison.Ordinal);
        string name = (brace < 0 ? trimmed : trimmed[..brace]).TrimEnd();
        if (name.Length == 0)
        {
            throw Wrong(text, "it has no name");
        }

        if (name.AsSpan().ContainsAny("},= \t"))
        {
            throw Wrong(text, $"'{name}' is not a name");
        }

        return brace < 0
            ? new InstrumentSelector(name, FrozenDictionary<string, string>.Empty)
            : new InstrumentSelector(name, ParseTags(text, trimmed[(brace + 1)..]));
    }

    /// <summary>
    /// Whether a recording with these tags, of an instrument of this name, is meant; allocates nothing.
    /// </summary>
    public bool Matches(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Equals(name, Name, StringComparison.Ordinal) && HasAll(tags, _wanted);

    /// <summary>The text that <see cref="Parse"/> reads, tags in ordinal order.</summary>
    public override string ToString() => _wanted.Length == 0
        ? Name
        : $"{Name}{{{string.Join(',', _wanted.Select(tag => $"{tag.Key}={tag.Value}"))}}}";

    /// <summary>Whether the other means the same name and tags, in whatever order.</summary>
    public bool Equals(InstrumentSelector? other) =>
        other is not null && Name == other.Name && _wanted.AsSpan().SequenceEqual(other._wanted);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    /// <summary>The wanted tags that the fixed tags of an instrument and its meter do not already fulfil.</summary>
    internal KeyValuePair<string, string>[] WantedBeyond(IEnumerable<KeyValuePair<string, object?>> fixedTags)
    {
        KeyValuePair<string, object?>[] had = [.. fixedTags];
        return [.. _wanted.Where(wanted => !HasAll(had, [wanted]))];
    }

    /// <summary>Whether each of the wanted tags is among the tags, with its value.</summary>
    internal static bool HasAll(
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        ReadOnlySpan<KeyValuePair<string, string>> wanted)
    {
        foreach (ref readonly KeyValuePair<string, string> one in wanted)
        {
            if (!Has(tags, one))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(ReadOnlySpan<KeyValuePair<string, object?>> tags, KeyValuePair<string, string> wanted)
    {
        foreach (ref readonly KeyValuePair<string, object?> tag in tags)
        {
            if (string.Equals(tag.Key, wanted.Key, StringComparison.Ordinal))
            {
                return TagValue.Reads(tag.Value, wanted.Value);
            }
        }

        return false;
    }

    private static Dictionary<string, string> ParseTags(string text, string braced)
    {
        if (!braced.EndsWith('}'))
        {
            throw Wrong(text, "the closing '}' is missing or not at the end");
        }

        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in braced[..^1].Split(','))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? "" : part[..equals].Trim();
            string value = part[(equals + 1)..].Trim();
            if (key.Length == 0 || value.Length == 0 || value.AsSpan().ContainsAny("{}="))
            {
                throw Wrong(text, $"'{part.Trim()}' is not tag=value");
            }

            if (!tags.TryAdd(key, value))
            {
                throw Wrong(text, $"the tag '{key}' is given twice");
            }
        }

        return tags;
    }

    private static FormatException Wrong(string text, string what) =>
        new($"'{text}' names no instrument: {what}; {Expected}.");
}
