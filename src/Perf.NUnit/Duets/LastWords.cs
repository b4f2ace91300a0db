namespace Perf.Duets;

/// <summary>What a process says when it ends before this is disposed: its parent shows it, and NUnit holds Console.Error.</summary>
internal sealed class LastWords : IDisposable
{
    private readonly Func<string> _words;

    /// <param name="words">Asked for when the process ends.</param>
    public LastWords(Func<string> words)
    {
        _words = words;
        AppDomain.CurrentDomain.ProcessExit += Say;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Say;

    private void Say(object? sender, EventArgs e)
    {
        using StreamWriter last = new(Console.OpenStandardError());
        last.WriteLine($"Perf: {_words()}");
    }
}
