using Perf.Thresholds.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Perf.Thresholds.Yaml;

/// <summary>Makes the small tree of a text that <see cref="TextCheck"/> passed, bounded in depth and size.</summary>
internal sealed class YamlTree
{
    /// <summary>
    /// Twice what an overlay needs (file, environments, environment, section); deeper nesting makes the scanner slow.
    /// </summary>
    public const int MostNested = 8;

    /// <summary>The most keys and values of a file.</summary>
    public const int MostNodes = 10_000;

    private readonly TextLines _lines;
    private readonly ProblemList _problems;
    private readonly Parser _parser;
    private int _nodes;

    private YamlTree(string text, TextLines lines, ProblemList problems)
    {
        _lines = lines;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>
    /// The root, or null for a text without content or one that cannot be read; the problem is then in the list.
    /// </summary>
    public static YamlNode? Read(string text, ProblemList problems)
    {
        TextLines lines = new(text);
        try
        {
            return new YamlTree(text, lines, problems).Document();
        }
        catch (RefusedException e)
        {
            problems.Add(e.Kind, e.Range, e.Message);
        }
        catch (YamlException e)
        {
            TextRange range = lines.Range(e.Start.Line, e.Start.Column, e.End.Line, e.End.Column);
            problems.Add(
                ThresholdProblemKind.Syntax,
                range,
                $"this is not YAML: {Sentence(e.Message)}; correct the line or the one before it");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Some broken texts make the parser stumble over itself (a lone "..." is one), without a place.
            problems.Add(
                ThresholdProblemKind.Syntax,
                lines.Range(1, 1, 1, 1),
                $"this is not YAML: {Sentence(e.Message)}; compare it with an older version");
        }

        return null;
    }

    private YamlNode? Document()
    {
        YamlNode? root = null;
        int documents = 0;
        while (_parser.MoveNext())
        {
            if (_parser.Current is DocumentStart start)
            {
                if (++documents > 1)
                {
                    throw new RefusedException(
                        ThresholdProblemKind.DocumentRefused,
                        Range(start),
                        "a second document starts here; keep one document in the file");
                }

                _parser.MoveNext();
                root = Node(depth: 0);
            }
        }

        return root;
    }

    /// <summary>The node that starts with the current event; afterwards its last event is the current one.</summary>
    private YamlNode Node(int depth)
    {
        ParsingEvent start = _parser.Current!;
        TextRange range = Range(start);
        if (++_nodes > MostNodes)
        {
            throw new RefusedException(
                ThresholdProblemKind.TooLarge,
                range,
                $"the file has more than {MostNodes} keys and values; make it smaller");
        }

        if (depth > MostNested)
        {
            throw new RefusedException(
                ThresholdProblemKind.TooDeep,
                range,
                $"this is nested more than {MostNested} levels deep; write section: and below it key: value");
        }

        bool isRefused = IsRefused(start, range);
        YamlNode node = start switch
        {
            MappingStart => Mapping(range, depth),
            SequenceStart => Sequence(range, depth),
            Scalar scalar => new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, range),
            _ => new YamlRefused(range),
        };
        return isRefused ? new YamlRefused(range) : node;
    }

    private YamlMapping Mapping(TextRange range, int depth)
    {
        List<YamlEntry> entries = [];
        while (Next() is not MappingEnd)
        {
            YamlNode key = Node(depth + 1);
            Next();
            entries.Add(new YamlEntry(key, Node(depth + 1)));
        }

        return new YamlMapping(entries, range);
    }

    private YamlSequence Sequence(TextRange range, int depth)
    {
        while (Next() is not SequenceEnd)
        {
            Node(depth + 1);
        }

        return new YamlSequence(range);
    }

    private ParsingEvent Next()
    {
        _parser.MoveNext();
        return _parser.Current ?? throw new InvalidOperationException("it ends too early");
    }

    private bool IsRefused(ParsingEvent start, TextRange range)
    {
        if (start is AnchorAlias alias)
        {
            _problems.Add(
                ThresholdProblemKind.AliasRefused,
                range,
                $"the alias *{Excerpt.Of(alias.Value.Value)} is refused; write the value itself");
            return true;
        }

        if (start is not NodeEvent node)
        {
            return false;
        }

        if (!node.Anchor.IsEmpty)
        {
            _problems.Add(
                ThresholdProblemKind.AliasRefused,
                range,
                $"the anchor &{Excerpt.Of(node.Anchor.Value)} is refused; remove it");
        }

        if (!node.Tag.IsEmpty)
        {
            string tag = node.Tag.IsNonSpecific ? "!" : Excerpt.Of(node.Tag.Value);
            _problems.Add(ThresholdProblemKind.TagRefused, range, $"the tag {tag} is refused; remove it");
        }

        return !node.Anchor.IsEmpty || !node.Tag.IsEmpty;
    }

    private TextRange Range(ParsingEvent at) =>
        _lines.Range(at.Start.Line, at.Start.Column, at.End.Line, at.End.Column);

    // The parser's messages are sentences; here they stand within one.
    private static string Sentence(string message)
    {
        string text = Excerpt.Of(message.Split('\n')[0].Trim(), most: 200).TrimEnd('.');
        return text.Length == 0 ? "unreadable" : char.ToLowerInvariant(text[0]) + text.Substring(1);
    }

    // Thrown and caught within this type only: what stops the reading from the depth of the tree.
    private sealed class RefusedException(ThresholdProblemKind kind, TextRange range, string message)
        : Exception(message)
    {
        public ThresholdProblemKind Kind { get; } = kind;

        public TextRange Range { get; } = range;
    }
}
