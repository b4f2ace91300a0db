using System.CommandLine;
using System.Globalization;

namespace Perf.Tool.CommandLine;

/// <summary>An option that takes a number, written the same in every language: <c>0.5</c>.</summary>
internal static class NumberOption
{
    /// <summary>Makes the option; what is no such number is an error of the command line.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="unit">What the number counts: <c>seconds</c>.</param>
    /// <param name="description">What it decides.</param>
    /// <param name="usual">Its value where nobody gives one.</param>
    /// <param name="least">The least value.</param>
    /// <param name="most">The largest value.</param>
    public static Option<double> Create(string name, string unit, string description, double usual, double least, double most) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !(number >= least && number <= most))
            {
                result.AddError(FormattableString.Invariant($"{name} is \"{text}\": write {unit}, a number from {least} to {most}"));
            }

            return number;
        },
    };

    /// <summary>The same for a whole number.</summary>
    public static Option<int> Create(string name, string unit, string description, int usual, int least, int most) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < least || number > most)
            {
                result.AddError(FormattableString.Invariant($"{name} is \"{text}\": write {unit}, a whole number from {least} to {most}"));
            }

            return number;
        },
    };
}
