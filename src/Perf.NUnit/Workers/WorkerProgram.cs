using System.IO.Pipes;
using System.Runtime.Loader;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Perf.Workers;

/// <summary>
/// The entry point of a further launch: this assembly, run by <c>dotnet exec</c> with the test project's own dependencies,
/// measures one test in a fresh process and answers over a pipe, since the test's own output goes to stdout.
/// </summary>
internal static class WorkerProgram
{
    private const int Misuse = 3;

    public static int Main(string[] args)
    {
        if (args is not [var pipeName])
        {
            Console.Error.WriteLine("Perf.NUnit runs as a worker of `dotnet test`, which starts it; there is nothing to run by hand.");
            return Misuse;
        }

        using NamedPipeClientStream pipe = new(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
        pipe.Connect(TimeSpan.FromSeconds(10));
        using StreamReader reader = new(pipe, leaveOpen: true);
        using StreamWriter writer = new(pipe, leaveOpen: true) { AutoFlush = true };
        if (reader.ReadLine() is not { } line)
        {
            return Misuse;
        }

        EndWithTheParent(reader);
        writer.WriteLine(WorkerMessages.Write(Answer(WorkerMessages.ReadRequest(line))));
        return 0;
    }

    // The parent writes nothing more: the read ends when the parent does, however it ended, and no worker outlives it.
    private static void EndWithTheParent(StreamReader reader) =>
        new Thread(() =>
        {
            try
            {
                reader.ReadLine();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // A broken pipe says the same.
            }

            Environment.Exit(Misuse);
        })
        { IsBackground = true, Name = "perf parent watch" }.Start();

    private static WorkerReply Answer(WorkerRequest request)
    {
        WorkerSession session = WorkerSession.Current = new WorkerSession { IsDuet = request.IsDuet };
        NUnitTestAssemblyRunner runner = new(new DefaultTestAssemblyBuilder());
        Dictionary<string, object> settings = new()
        {
            ["RunOnMainThread"] = true,
            ["SynchronousEvents"] = true,
            ["WorkDirectory"] = request.WorkDirectory,
            ["TestParametersDictionary"] = request.Parameters.ToDictionary(),
        };
        if (request.ClassName is { } className)
        {
            settings["LOAD"] = new List<string> { className };
        }

        ITest root = runner.Load(AssemblyLoadContext.Default.LoadFromAssemblyPath(request.Assembly), settings);
        if (TestLookup.Find(root, request.FullName, request.Signature, request.Ordinal) is not { } test)
        {
            return new WorkerReply(null, null, $"no test {request.FullName} in a fresh process: names that differ from run to run cannot be found again");
        }

        // By id: an explicit test runs, one of the same name does not.
        ITestResult result = runner.Run(new WorkerListener(Console.Error), TestFilter.FromXml($"<filter><id>{test.Id}</id></filter>"));
        bool isMeasured = session.Samples is not null || session.Duet is not null;
        return new WorkerReply(session.Samples, session.Duet, isMeasured ? null : Why(result));
    }

    private static string Why(ITestResult result)
    {
        while (result.HasChildren)
        {
            result = result.Children.First();
        }

        return $"{result.ResultState}: {result.Message?.Trim()}\n{result.StackTrace}".TrimEnd();
    }
}
