using System.Globalization;
using Spectre.Console;

namespace Perf.Tool.SelfTests;

/// <summary>What a self-test came to, for people: a row a promise, the rates over all, and what is wrong.</summary>
internal static class SelfTestReport
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, SelfTestDocument document)
    {
        Table table = new() { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii };
        table.AddColumns("test", "promise", "same code fired", "delay fired", "allocation fired");
        foreach (IGrouping<(string Test, string Attribute, string Metric), SelfTestAnswer> promise in document.Answers
            .GroupBy(answer => (answer.Test, answer.Attribute, answer.Metric)))
        {
            SelfTestAnswer? Of(SelfTestQuestion question) => promise.FirstOrDefault(answer => answer.Question == question);
            table.AddRow(new[]
            {
                promise.Key.Test,
                promise.Key.Attribute,
                Cell(Of(SelfTestQuestion.SameCode)),
                Cell(Of(SelfTestQuestion.Delay)),
                Cell(Of(SelfTestQuestion.Allocation)),
            }.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
        foreach (Rate rate in document.Rates)
        {
            console.WriteLine(InWords(rate));
        }

        if (document.Answers.Count == 0)
        {
            console.WriteLine("nothing could be asked: no promise of the suite was compared or counted");
        }

        foreach (string promise in document.NotApplicable)
        {
            console.WriteLine($"not applicable: {promise}");
        }

        foreach (SelfTestAnswer answer in document.Answers.Where(answer => answer.Wrong + answer.Failed + answer.Inconclusive > 0))
        {
            console.WriteLine(Remark(answer));
        }
    }

    private static string Cell(SelfTestAnswer? answer)
    {
        if (answer is null)
        {
            return "-";
        }

        string injected = answer.Injected is null ? "" : $" ({answer.Injected})";
        string undecided = answer.Inconclusive == 0 ? "" : $", {answer.Inconclusive} inconclusive";
        string failed = answer.Failed == 0 ? "" : $", {answer.Failed} not measured";
        return $"{answer.Fired} of {answer.Rounds}{injected}{undecided}{failed}";
    }

    private static string InWords(Rate rate)
    {
        string bounds = rate.Count == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" (95 %: {100 * rate.Lower:0.#} … {100 * rate.Upper:0.#} %)");
        return rate.Question switch
        {
            SelfTestQuestion.SameCode => $"the same code twice: fired {rate.Fired} of {rate.Count}{bounds}; it must not",
            SelfTestQuestion.Delay => $"injected delay: fired {rate.Fired} of {rate.Count}{bounds}; it must",
            _ => $"injected allocation: fired {rate.Fired} of {rate.Count}{bounds}; it must",
        };
    }

    private static string Remark(SelfTestAnswer answer)
    {
        string name = $"{answer.Test} {answer.Attribute}".TrimEnd();
        string question = answer.Question switch
        {
            SelfTestQuestion.SameCode => "the same code twice",
            SelfTestQuestion.Delay => $"a delay of {answer.Injected}",
            _ => $"{answer.Injected} more in each call",
        };
        return answer switch
        {
            { Wrong: > 0, Question: SelfTestQuestion.SameCode } => $"WRONG: {name}: {question} fired {answer.Fired} of {answer.Rounds} times",
            { Wrong: > 0 } => $"WRONG: {name}: {question} passed {answer.Kept} of {answer.Rounds} times",
            { Failed: > 0 } => $"not measured: {name}: {question}: {answer.Reason}",
            _ => $"inconclusive: {name}: {question}: {answer.Reason}",
        };
    }
}
