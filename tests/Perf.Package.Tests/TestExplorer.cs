using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using StreamJsonRpc;

namespace Perf.Package.Tests;

/// <summary>
/// Drives a test program as an IDE does: Microsoft.Testing.Platform's <c>--server</c> mode, JSON-RPC over sockets that the
/// program connects to. A program whose environment is set by <c>testconfig.json</c> is two processes, each with a connection.
/// </summary>
internal sealed class TestExplorer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _program;
    private readonly List<IDisposable> _connections = [];
    private readonly Updates _updates = new();
    private readonly CancellationTokenSource _patience = new(Patience);
    private JsonRpc _rpc = null!;

    private TestExplorer(Process program) => _program = program;

    /// <summary>Whether the program has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Starts a program and greets it.</summary>
    public static async Task<TestExplorer> Start(string program)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        ProcessStartInfo start = new(program, ["--server", "--client-port", $"{((IPEndPoint)listener.LocalEndpoint).Port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PERF_BUDGET"] = "5";
        start.Environment.Remove("OMP_WAIT_POLICY");
        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        TestExplorer explorer = new(process);
        while (!await explorer.Connect(await listener.AcceptTcpClientAsync(explorer._patience.Token)))
        {
        }

        return explorer;
    }

    /// <summary>The tests, as the tree of an IDE shows them.</summary>
    public Task<IReadOnlyList<JsonElement>> Discover() => Ask("testing/discoverTests", tests: null);

    /// <summary>Runs some of the tests.</summary>
    /// <returns>What became of them, the last word of each.</returns>
    public Task<IReadOnlyList<JsonElement>> Run(params JsonElement[] tests) => Ask("testing/runTests", tests);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _rpc.NotifyWithParameterObjectAsync("exit", new { });
            await _program.WaitForExitAsync(_patience.Token);
            HasEnded = true;
        }
        finally
        {
            if (!_program.HasExited)
            {
                _program.Kill(entireProcessTree: true);
            }

            _connections.ForEach(connection => connection.Dispose());
            _program.Dispose();
            _patience.Dispose();
        }
    }

    // The process that only watches the other one can neither find tests nor run them.
    private async Task<bool> Connect(TcpClient connection)
    {
        NetworkStream stream = connection.GetStream();
        _rpc = new JsonRpc(new HeaderDelimitedMessageHandler(stream, stream, new SystemTextJsonFormatter()));
        _connections.AddRange([_rpc, connection]);
        _rpc.AddLocalRpcTarget(_updates);
        _rpc.StartListening();
        JsonElement answer = await _rpc.InvokeWithParameterObjectAsync<JsonElement>(
            "initialize",
            new
            {
                processId = Environment.ProcessId,
                clientInfo = new { name = "explorer", version = "1.0" },
                capabilities = new { testing = new { debuggerProvider = false } },
            },
            _patience.Token);
        return answer.GetProperty("capabilities").GetProperty("testing").GetProperty("supportsDiscovery").GetBoolean();
    }

    private async Task<IReadOnlyList<JsonElement>> Ask(string what, JsonElement[]? tests)
    {
        Task<IReadOnlyList<JsonElement>> told = _updates.Begin();
        Dictionary<string, object> question = new() { ["runId"] = Guid.NewGuid() };
        if (tests is not null)
        {
            question["tests"] = tests;
        }

        await _rpc.InvokeWithParameterObjectAsync<JsonElement>(what, question, _patience.Token);
        return await told.WaitAsync(_patience.Token);
    }

    /// <summary>What the program says of its tests meanwhile.</summary>
    private sealed class Updates
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, JsonElement> _nodes = [];

        private TaskCompletionSource<IReadOnlyList<JsonElement>> _told = new();

        /// <summary>What will have been said when the program says that this was all, which may be after it has answered.</summary>
        public Task<IReadOnlyList<JsonElement>> Begin()
        {
            lock (_gate)
            {
                _nodes.Clear();
                _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
                return _told.Task;
            }
        }

        [JsonRpcMethod("testing/testUpdates/tests", UseSingleObjectParameterDeserialization = true)]
        public void Tests(JsonElement update)
        {
            lock (_gate)
            {
                if (update.GetProperty("changes") is not { ValueKind: JsonValueKind.Array } changes)
                {
                    _told.TrySetResult([.. _nodes.Values]);
                    return;
                }

                foreach (JsonElement node in changes.EnumerateArray().Select(change => change.GetProperty("node")))
                {
                    _nodes[node.GetProperty("uid").GetString()!] = node.Clone();
                }
            }
        }

        [JsonRpcMethod("client/log", UseSingleObjectParameterDeserialization = true)]
        public void Log(JsonElement message) => GC.KeepAlive(message);

        [JsonRpcMethod("telemetry/update", UseSingleObjectParameterDeserialization = true)]
        public void Telemetry(JsonElement message) => GC.KeepAlive(message);
    }
}
