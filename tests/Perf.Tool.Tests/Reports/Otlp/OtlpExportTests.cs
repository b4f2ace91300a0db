using System.Net;
using System.Net.Sockets;
using NUnit.Framework;
using Perf.Runs;
using Perf.Tool.Reports.Otlp;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Otlp;

/// <summary>The real exporter, and a collector that reads what comes: opentelemetry/proto/metrics/v1/metrics.proto says the numbers of the fields.</summary>
[TestFixture]
public sealed class OtlpExportTests
{
    private const int ResourceMetrics = 1;
    private static readonly int[] Resource = [ResourceMetrics, 1];
    private static readonly int[] Metrics = [ResourceMetrics, 2, 2];

    private static readonly RunDocument Run = JudgedRuns.Run(
        JudgedRuns.Test("Slower", JudgedRuns.Slower, JudgedRuns.Kept with { Metric = "throughput (receipts.images)", Unit = "{image}/s", Current = 34.5, Attribute = "[MinThroughput]" }),
        JudgedRuns.Test("Kept", JudgedRuns.Kept),
        JudgedRuns.Test("Broken") with { Error = "the worker died" },
        new TestDocument(new TestReference(JudgedRuns.Hostile, JudgedRuns.Hostile, JudgedRuns.Hostile, "tests/App"), null, [JudgedRuns.Faster with { Metric = JudgedRuns.Hostile }], []));

    [TestCase(false, null, "/v1/metrics")]
    [TestCase(true, "grpc", "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")]
    public async Task ARunIsSentAsGaugesInTheirUnits(bool isGrpc, string? protocol, string path)
    {
        await using Collector collector = await Collector.Start(isGrpc);

        new OtlpExport(collector.Address, _ => protocol).Send([Run]);

        collector.Paths.ShouldBe([path]);
        ProtobufMessage request = new(collector.Requests.Single());
        Dictionary<string, ProtobufMessage> metrics = request.All(Metrics).ToDictionary(metric => metric.Text(1));
        metrics["perf.measured.time"].Text(3).ShouldBe("s");
        metrics["perf.measured.throughput__receipts.images"].Text(3).ShouldBe("{image}/s");
        metrics["perf.limit.ratio"].Text(3).ShouldBe("1");
        Points(metrics["perf.measured.time"]).Select(point => (point.Value, point.Attributes["test.case.name"])).ShouldBe(
            [(0.015, "App.ParsingTests.Slower"), (0.0125, "App.ParsingTests.Kept")], ignoreOrder: true);
        Points(metrics["perf.baseline.ratio"]).Select(point => point.Value).ShouldContain(1.2);
        Points(metrics["perf.errors"]).Single().Value.ShouldBe(1);
        Points(metrics["perf.verdict"]).Select(point => point.Attributes["perf.verdict"]).ShouldBe(["Regressed", "Pass, improved", "Pass", "Pass"], ignoreOrder: true);
    }

    [Test]
    public async Task TheResourceSaysWhichTestsOfWhichCommit()
    {
        await using Collector collector = await Collector.Start(isGrpc: false);

        new OtlpExport(collector.Address, _ => null).Send([Run]);

        Dictionary<string, string> resource = Attributes(new ProtobufMessage(collector.Requests.Single()).All(Resource).Single().All(1));
        resource["service.name"].ShouldBe("App");
        resource["vcs.ref.head.revision"].ShouldBe("4f3c2a1");
        resource["perf.environment"].ShouldBe("cpu");
        resource["host.cpu.model.name"].ShouldBe("Some CPU, family 25 model 17");
        resource["telemetry.sdk.name"].ShouldBe("opentelemetry");
    }

    [Test]
    public async Task RunsOfOneCommandAreSentEachWithItsOwnResource()
    {
        await using Collector collector = await Collector.Start(isGrpc: false);

        new OtlpExport(collector.Address, _ => null).Send([Run, Run with { Commit = "0123456" }]);

        collector.Requests.Select(request => Attributes(new ProtobufMessage(request).All(Resource).Single().All(1))["vcs.ref.head.revision"])
            .ShouldBe(["4f3c2a1", "0123456"]);
    }

    [Test]
    public async Task ThousandsOfTestsAreSentWhole()
    {
        await using Collector collector = await Collector.Start(isGrpc: false);
        RunDocument many = JudgedRuns.Run([.. Enumerable.Range(0, 3000).Select(index => JudgedRuns.Test($"T{index}", JudgedRuns.Kept))]);

        new OtlpExport(collector.Address, _ => null).Send([many]);

        ProtobufMessage verdicts = new ProtobufMessage(collector.Requests.Single()).All(Metrics).Single(metric => metric.Text(1) == "perf.verdict");
        Points(verdicts).Select(point => point.Attributes["test.case.name"]).Distinct().Count().ShouldBe(3000);
    }

    [Test]
    public async Task APathOfOnesOwnIsLeftAlone()
    {
        await using Collector collector = await Collector.Start(isGrpc: false);

        new OtlpExport($"{collector.Address}/tenant/otlp/v1/metrics", _ => "http/protobuf").Send([Run]);

        collector.Paths.ShouldBe(["/tenant/otlp/v1/metrics"]);
    }

    [Test]
    public async Task ACollectorThatRefusesIsAnError()
    {
        await using Collector collector = await Collector.Start(isGrpc: false);
        collector.StatusCode = 401;

        Should.Throw<ToolException>(() => new OtlpExport(collector.Address, _ => null).Send([Run])).Message
            .ShouldSatisfyAllConditions(
                message => message.ShouldStartWith($"the collector at {collector.Address} did not take the run: "),
                message => message.ShouldContain("401"));
    }

    [TestCase("http/protobuf")]
    [TestCase("grpc")]
    public void ACollectorThatIsNotThereIsAnError(string protocol)
    {
        string address = $"http://127.0.0.1:{UnusedPort()}";

        Should.Throw<ToolException>(() => new OtlpExport(address, _ => protocol).Send([Run])).Message
            .ShouldSatisfyAllConditions(
                message => message.ShouldStartWith($"the collector at {address} did not take the run: "),
                message => message.ShouldContain("refused"));
    }

    [TestCase("localhost:4318")]
    [TestCase("file:///tmp/x")]
    [TestCase("")]
    public void AnAddressThatIsNoneIsAnError(string address) =>
        Should.Throw<ToolException>(() => new OtlpExport(address, _ => null)).Message.ShouldContain("is no address: write http://host:4318");

    [Test]
    public void AProtocolThatIsNoneIsAnError() =>
        Should.Throw<ToolException>(() => new OtlpExport("http://localhost:4318", _ => "carrier pigeon").Send([Run])).Message
            .ShouldBe("OTEL_EXPORTER_OTLP_PROTOCOL is carrier pigeon: write grpc or http/protobuf");

    // Metric.gauge is field 5, its data points field 1; of a point: attributes 7, as_double 4.
    private static IEnumerable<(double Value, Dictionary<string, string> Attributes)> Points(ProtobufMessage metric) =>
        metric.All(5, 1).Select(point => (point.Double(4), Attributes(point.All(7))));

    private static Dictionary<string, string> Attributes(IEnumerable<ProtobufMessage> pairs) =>
        pairs.ToDictionary(pair => pair.Text(1), pair => pair.All(2).Single().Text(1));

    private static int UnusedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
