using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Perf.Thresholds;

/// <summary>
/// Reads the events of YamlDotNet's parser into a small tree, within bounds: no recursion, no alias is followed, and whatever
/// the parser throws is a problem with a place.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>A policy file has no use for more, and a parser's time grows with it.</summary>
    public const int MostCharacters = 1 << 20;

    private const int LongestLine = 4096;
    private const int Deepest = 8;

    private readonly List<ThresholdProblem> _problems;
    private readonly Stack<Frame> _open = new();
    private YamlNode? _root;
    private int _documents;

    private YamlTree(List<ThresholdProblem> problems) => _problems = problems;

    /// <summary>The root of the first document, as far as it could be read; null when there is none.</summary>
    public static YamlNode? Read(string text, List<ThresholdProblem> problems)
    {
        if (TooLarge(text) is { } tooLarge)
        {
            problems.Add(tooLarge);
            return null;
        }

        YamlTree tree = new(problems);
        TextRange last = new(1, 1, 1, 1);
        try
        {
            Parser parser = new(new Scanner(new StringReader(text.TrimStart('\uFEFF')), skipComments: true));
            while (parser.MoveNext() && parser.Current is { } current)
            {
                last = RangeOf(current.Start, current.End);
                if (!tree.Take(current, last))
                {
                    break;
                }
            }
        }
        catch (YamlException e)
        {
            problems.Add(new ThresholdProblem(
                ThresholdProblemKind.Syntax, $"this is no YAML: {e.Message.TrimEnd('.')}; write sections of `key: number`", RangeOf(e.Start, e.End)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A hostile text may break the parser itself; that must not break a build or a test run.
            problems.Add(new ThresholdProblem(
                ThresholdProblemKind.Syntax, $"this is no YAML that can be read ({e.GetType().Name}); write sections of `key: number`", last));
        }

        return tree._root;
    }

    private static ThresholdProblem? TooLarge(string text)
    {
        if (text.Length > MostCharacters)
        {
            return new ThresholdProblem(
                ThresholdProblemKind.TooLarge,
                $"the file has {text.Length} characters, more than {MostCharacters}: this is no list of thresholds; it was not read",
                new TextRange(1, 1, 1, 1));
        }

        int line = 1;
        for (int start = 0; start < text.Length; line++)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end - start > LongestLine)
            {
                return new ThresholdProblem(
                    ThresholdProblemKind.TooLarge,
                    $"the line has {end - start} characters, more than {LongestLine}: break it; the file was not read",
                    new TextRange(line, 1, line, LongestLine));
            }

            start = end + 1;
        }

        return null;
    }

    private bool Take(ParsingEvent current, TextRange range)
    {
        switch (current)
        {
            case DocumentStart start when ++_documents > 1 || start.Version is not null:
                return Refuse(_documents > 1 ? "a second document: keep everything in one" : "a %YAML directive: leave it out", range);
            case AnchorAlias alias:
                return Refuse($"the alias *{alias.Value}: write the number itself", range);
            case NodeEvent node when !node.Anchor.IsEmpty:
                return Refuse($"the anchor &{node.Anchor.Value}: write each number where it belongs", range);
            case NodeEvent node when !node.Tag.IsEmpty:
                return Refuse($"the tag {node.Tag.Value}: write plain numbers", range);
            case MappingStart or SequenceStart when _open.Count >= Deepest:
                _problems.Add(new ThresholdProblem(
                    ThresholdProblemKind.TooDeep,
                    $"nested more than {Deepest} deep: sections hold keys, environments hold sections, nothing holds more; the rest was not read",
                    range));
                return false;
            case MappingStart:
                Open(new YamlNode.Mapping([], range));
                break;
            case SequenceStart:
                Open(new YamlNode.Sequence(range));
                break;
            case MappingEnd or SequenceEnd:
                _open.Pop();
                break;
            case Scalar scalar:
                Add(new YamlNode.Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, range));
                break;
        }

        return true;
    }

    private bool Refuse(string what, TextRange range)
    {
        _problems.Add(new ThresholdProblem(ThresholdProblemKind.Refused, $"thresholds have no use for {what}; the rest was not read", range));
        return false;
    }

    private void Open(YamlNode node)
    {
        Add(node);
        _open.Push(new Frame(node));
    }

    private void Add(YamlNode node)
    {
        if (_open.Count == 0)
        {
            _root ??= node;
            return;
        }

        Frame parent = _open.Peek();
        if (parent.Node is not YamlNode.Mapping mapping)
        {
            return;
        }

        if (parent.Key is null)
        {
            parent.Key = node as YamlNode.Scalar ?? new YamlNode.Scalar("", false, node.Range);
            return;
        }

        mapping.Entries.Add((parent.Key, node));
        parent.Key = null;
    }

    private static TextRange RangeOf(Mark start, Mark end) =>
        new((int)Math.Max(1, start.Line), (int)Math.Max(1, start.Column), (int)Math.Max(1, end.Line), (int)Math.Max(1, end.Column));

    private sealed class Frame(YamlNode node)
    {
        public YamlNode Node { get; } = node;

        public YamlNode.Scalar? Key { get; set; }
    }
}
