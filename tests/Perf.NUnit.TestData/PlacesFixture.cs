using NUnit.Framework;

// Not run: where its promises stand is what is asked. A comment: [MaxDuration(1)] public void OnOneLine().
namespace Perf.TestData;

#if NEVER
[Test, MaxDuration(1)] public void OnOneLine() { }
#endif

/// <summary>Methods whose promises are written in many ways; each says its lines in its name.</summary>
[Explicit("asked for its lines alone")]
public sealed class PlacesFixture
{
    private const string Tricky = @"a "" { [MaxDuration(9)] public void OnOneLine(" + "\" { }" + """ "{" """;

    public static string Hole(int value) => $"{{ {(value > 1 ? "}" : "{")} {value:0.0} }}" + $@"{value} "" \" + '"' + '{';

    [Test, MaxDuration(5)] public void OnOneLine() => Thread.Sleep(1);

    /// <summary>Documented: <c>[MaxRegression]</c>.</summary>
    [Test]
    [MaxRegression(10)] // [MaxDuration(1)]
    /* [MaxDuration(2)] */
    [MaxDuration(5)]
    [MaxMetric("a{b=[MaxDuration(1)]}", 3)]
    [MaxMetric("b", 4)]
    [MaxRegression(Metric = "allocated_bytes")]
    public void OnLinesOfTheirOwn()
    {
        Thread.Sleep(1);
    }

    [TestCase(new[] { 1, 2 }, "x"), TestCase(new[] { 3 }, ";"),
        Perf.MaxDurationAttribute(
            5)]
    [return: System.Diagnostics.CodeAnalysis.NotNull]
    public async Task<int[]>
        Qualified(
            [Values(1)] int[] numbers,
            string text)
    {
        await Task.Delay(numbers.Length);
        return [text.Length];
    }

    [Test, MaxAllocations(0)]
    public void CallsItself() => CallsItself();
}
