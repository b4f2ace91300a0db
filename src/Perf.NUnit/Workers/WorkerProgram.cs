using System.Runtime.Loader;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Duets;
using Perf.Recording;

namespace Perf.Workers;

/// <summary>
/// The entry point of a further launch: this assembly, run by <c>dotnet exec</c> with the test project's own dependencies,
/// measures one test in a fresh process and answers over a pipe, since the test's own output goes to stdout.
/// </summary>
internal static class WorkerProgram
{
    /// <summary>The exit code of a worker that nobody asked for anything, or whose parent has gone.</summary>
    public const int Misuse = 3;

    public static int Main(string[] args)
    {
        if (args is not [var pipeName])
        {
            Console.Error.WriteLine("Perf.NUnit runs as a worker of `dotnet test`, which starts it; there is nothing to run by hand.");
            return Misuse;
        }

        using ParentPipe parent = new(pipeName);
        if (parent.Read() is not { } line)
        {
            return Misuse;
        }

        WorkerRequest request = WorkerMessages.ReadRequest(line);
        switch (request.Task)
        {
            case WorkerTask.Arm:
                new ArmWorker(parent, request).Run();
                break;
            case WorkerTask.Record:
                new RecordingWorker(parent, request).Run();
                break;
            default:
                parent.Write(WorkerMessages.Write(Answer(request)));
                break;
        }

        return 0;
    }

    private static WorkerReply Answer(WorkerRequest request)
    {
        WorkerSession session = WorkerSession.Current = new WorkerSession(request);
        NUnitTestAssemblyRunner runner = new(new DefaultTestAssemblyBuilder());
        ITest root = runner.Load(
            AssemblyLoadContext.Default.LoadFromAssemblyPath(request.Test.Assembly), request.Test.RunnerSettings());
        if (request.Test.Find(root) is not { } test)
        {
            return new WorkerReply(TestAddress.NotFoundAgain(request.Test.FullName));
        }

        // By id: an explicit test runs, one of the same name does not.
        ITestResult result = runner.Run(new WorkerListener(Console.Error), TestFilter.FromXml($"<filter><id>{test.Id}</id></filter>"));
        while (result.HasChildren)
        {
            result = result.Children.First();
        }

        return session.Take(() => Why(result));
    }

    /// <summary>Why a test was not measured.</summary>
    /// <param name="result">The result of the test itself.</param>
    public static string Why(ITestResult result) => $"{result.ResultState}: {result.Message?.Trim()}\n{result.StackTrace}".TrimEnd();
}
