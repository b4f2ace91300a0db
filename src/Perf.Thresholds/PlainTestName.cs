using System.Text;

namespace Perf.Thresholds;

/// <summary>The name of a test without the arguments of a case, a fixture or a type.</summary>
public static class PlainTestName
{
    /// <summary><c>A.B(1).C&lt;Int32&gt;("x.y")</c> gives <c>A.B.C</c>.</summary>
    public static string Of(string name)
    {
        StringBuilder plain = new();
        int depth = 0;
        char quote = '\0';
        for (int i = 0; i < name.Length; i++)
        {
            char letter = name[i];
            if (quote != '\0')
            {
                i += letter == '\\' ? 1 : 0;
                quote = letter == quote ? '\0' : quote;
            }
            else if (depth > 0 && letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter is '(' or '<')
            {
                depth++;
            }
            else if (letter is ')' or '>')
            {
                depth--;
            }
            else if (depth == 0)
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }
}
