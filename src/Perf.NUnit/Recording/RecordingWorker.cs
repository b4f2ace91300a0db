using System.Runtime.Loader;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Workers;

namespace Perf.Recording;

/// <summary>One of the processes that record: runs all tests in an order of its own and answers after each of them.</summary>
/// <param name="parent">Who asked.</param>
/// <param name="request">The tests.</param>
internal sealed class RecordingWorker(ParentPipe parent, WorkerRequest request)
{
    /// <summary>Runs them.</summary>
    public void Run()
    {
        WorkerSession session = WorkerSession.Current = new WorkerSession(request);
        NUnitTestAssemblyRunner runner = new(new DefaultTestAssemblyBuilder());
        ITest root = runner.Load(AssemblyLoadContext.Default.LoadFromAssemblyPath(request.Test.Assembly), Settings());
        SuiteOrder.Shuffle(root, new Random(request.Seed));
        Dictionary<string, int> indexOfId = [];
        foreach ((int index, RecordedTest recorded) in request.Recorded.Index())
        {
            if (recorded.Address.Find(root) is { } test)
            {
                indexOfId.TryAdd(test.Id, index);
            }
            else
            {
                parent.Write(WorkerMessages.Write(new WorkerReply(TestAddress.NotFoundAgain(recorded.Address.FullName)) { Index = index }));
            }
        }

        if (indexOfId.Count > 0)
        {
            string ids = string.Concat(indexOfId.Keys.Select(id => $"<id>{id}</id>"));
            runner.Run(new Listener(session, request, indexOfId, parent), TestFilter.FromXml($"<filter><or>{ids}</or></filter>"));
        }
    }

    // Fixtures that hold none of the tests need not be loaded.
    private Dictionary<string, object> Settings()
    {
        Dictionary<string, object> settings = request.Test.RunnerSettings();
        settings.Remove("LOAD");
        if (request.Recorded.All(recorded => recorded.Address.ClassName is not null))
        {
            settings["LOAD"] = request.Recorded.Select(recorded => recorded.Address.ClassName!).Distinct().ToList();
        }

        return settings;
    }

    /// <summary>Tells the session which control is whose, and the parent what came of each test.</summary>
    private sealed class Listener(
        WorkerSession session, WorkerRequest request, Dictionary<string, int> indexOfId, ParentPipe parent) : ITestListener
    {
        private readonly WorkerListener _output = new(Console.Error);

        public void TestStarted(ITest test)
        {
            if (indexOfId.TryGetValue(test.Id, out int index))
            {
                session.Control = request.Recorded[index].Control;
                parent.Write(WorkerMessages.Write(new WorkerReply(Error: null) { Index = index, IsBeginning = true }));
            }
        }

        public void TestFinished(ITestResult result)
        {
            if (indexOfId.TryGetValue(result.Test.Id, out int index))
            {
                parent.Write(WorkerMessages.Write(session.Take(() => WorkerProgram.Why(result)) with { Index = index }));
            }
        }

        public void TestOutput(TestOutput output) => _output.TestOutput(output);

        public void SendMessage(TestMessage message)
        {
        }
    }
}
