using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Reports.Otlp;

/// <summary>
/// Sends runs to a collector of OpenTelemetry, once each. Headers, time-out and protocol are those of the usual variables
/// (<c>OTEL_EXPORTER_OTLP_…</c>), as are further attributes of the resource (<c>OTEL_RESOURCE_ATTRIBUTES</c>, <c>OTEL_SERVICE_NAME</c>).
/// </summary>
/// <param name="endpoint">The collector: <c>http://localhost:4318</c>.</param>
/// <param name="variable">Reads an environment variable.</param>
internal sealed class OtlpExport(string endpoint, Func<string, string?> variable)
{
    private const string MeterName = "Perf";

    // The port that is usual for gRPC; every other is of HTTP, as the specification has it.
    private const int GrpcPort = 4317;

    private readonly Uri _endpoint = Parse(endpoint);

    /// <summary>Sends them.</summary>
    /// <exception cref="ToolException">The collector cannot be reached, or takes not all of it.</exception>
    public void Send(IReadOnlyList<RunDocument> runs)
    {
        foreach (RunDocument run in runs)
        {
            Send(run);
        }
    }

    private void Send(RunDocument run)
    {
        // A meter and a provider of its own: another run has another resource.
        using Meter meter = new(MeterName, typeof(OtlpExport).Assembly.GetName().Version?.ToString(3), [], run);
        IReadOnlyList<ReportRow> rows = ReportRow.WorstFirst([run]);
        int gauges = RunGauges.Add(meter, rows);
        using ExporterTroubles troubles = new();
        using OtlpMetricExporter exporter = new(Options());
        using MeterProvider provider = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(RunResource.Of(run))
            .AddMeter(MeterName)
            .SetMaxMetricStreams(gauges + 1)
            .AddView("*", new MetricStreamConfiguration { CardinalityLimit = rows.Count + 1 })
            .AddReader(new BaseExportingMetricReader(exporter))
            .Build();

        // It collects and sends once; flushed before, it would send all of it again at its end.
        if (!provider.Shutdown())
        {
            throw new ToolException(
                $"the collector at {endpoint} did not take the run: {troubles.Last ?? "it did not answer in time"}; "
                + "check the address, and the protocol (OTEL_EXPORTER_OTLP_PROTOCOL: http/protobuf, usual on port 4318, or grpc, usual on 4317)");
        }
    }

    private OtlpExporterOptions Options()
    {
        OtlpExportProtocol protocol = Protocol();
        return new OtlpExporterOptions
        {
            Protocol = protocol,
            Endpoint = protocol == OtlpExportProtocol.HttpProtobuf && _endpoint.AbsolutePath == "/" ? new Uri(_endpoint, "v1/metrics") : _endpoint,
        };
    }

    private OtlpExportProtocol Protocol() =>
        (variable("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL") ?? variable("OTEL_EXPORTER_OTLP_PROTOCOL")) switch
        {
            "grpc" => OtlpExportProtocol.Grpc,
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            null or "" => _endpoint.Port == GrpcPort ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
            var other => throw new ToolException($"OTEL_EXPORTER_OTLP_PROTOCOL is {other}: write grpc or http/protobuf"),
        };

    private static Uri Parse(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new ToolException($"--otlp {endpoint} is no address: write http://host:4318, or http://host:4317 for gRPC");
}
