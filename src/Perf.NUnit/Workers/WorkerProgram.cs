using System.Runtime.Loader;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Duets;

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
        if (request.Task == WorkerTask.Arm)
        {
            new ArmWorker(parent, request).Run();
        }
        else
        {
            parent.Write(WorkerMessages.Write(Answer(request)));
        }

        return 0;
    }

    private static WorkerReply Answer(WorkerRequest request)
    {
        WorkerSession session = WorkerSession.Current = new WorkerSession { IsDuet = request.Task == WorkerTask.Duet };
        NUnitTestAssemblyRunner runner = new(new DefaultTestAssemblyBuilder());
        ITest root = runner.Load(
            AssemblyLoadContext.Default.LoadFromAssemblyPath(request.Test.Assembly), request.Test.RunnerSettings());
        if (request.Test.Find(root) is not { } test)
        {
            return new WorkerReply(null, null, $"no test {request.Test.FullName} in a fresh process: names that differ from run to run cannot be found again");
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
