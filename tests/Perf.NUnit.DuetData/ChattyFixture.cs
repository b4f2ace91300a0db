using NUnit.Framework;
using NUnit.Framework.Internal;

namespace Perf.DuetData;

/// <summary>Writes wherever it can; in a duet 100 KB a call.</summary>
[TestFixture]
public sealed class ChattyFixture
{
    private const int Lines = 100;

    private static readonly string Line = new('x', 1000);

    private int _calls;

    [Test, MaxRegression(50, Metric = "allocated_bytes")]
    public void Chatters()
    {
        _calls++;
        string text = $"written by {Side.Copy}";
        Console.Out.WriteLine(text);
        Console.Error.WriteLine(text);
        TestContext.Out.WriteLine(text);
        TestContext.Progress.WriteLine(text);
        for (int line = 0; Side.Copy != "host" && line < Lines; line++)
        {
            Console.Out.WriteLine(Line);
        }
    }

    [TearDown]
    public void TearDown()
    {
        long written = (long)_calls * Lines * Line.Length;
        int kept = TestExecutionContext.CurrentContext.CurrentResult.Output.Length;
        Journal.Note($"wrote {written / 1_000_000} MB, keeps {kept / 1_000_000} MB");
        Console.Out.WriteLine($"torn down by {Side.Copy} in {TestContext.CurrentContext.Test.Name}");
    }
}
