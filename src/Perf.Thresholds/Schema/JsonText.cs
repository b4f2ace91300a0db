using System.Globalization;
using System.Text;

namespace Perf.Thresholds.Schema;

/// <summary>
/// Writes JSON, indented and in the given order. This assembly lies beside the analyzer, where every further one is a risk.
/// </summary>
internal static class JsonText
{
    /// <summary>An object, an array, a string, a number or a truth value as text that ends in a line end.</summary>
    public static string Of(object value)
    {
        StringBuilder text = new();
        Append(text, value, "\n");
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, object value, string line)
    {
        switch (value)
        {
            case IReadOnlyList<(string Name, object Value)> members:
                AppendAll(text, members, '{', '}', line, member =>
                {
                    Append(text, member.Name, line);
                    text.Append(": ");
                    Append(text, member.Value, line + "  ");
                });
                break;
            case IReadOnlyList<object> items:
                AppendAll(text, items, '[', ']', line, item => Append(text, item, line + "  "));
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case double number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append('"').Append(value.ToString().Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
                break;
        }
    }

    private static void AppendAll<T>(
        StringBuilder text, IReadOnlyList<T> all, char open, char close, string line, Action<T> append)
    {
        text.Append(open);
        for (int i = 0; i < all.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(line).Append("  ");
            append(all[i]);
        }

        text.Append(all.Count == 0 ? "" : line).Append(close);
    }
}
