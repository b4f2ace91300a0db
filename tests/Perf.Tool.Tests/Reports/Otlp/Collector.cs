using System.Buffers.Binary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Perf.Tool.Tests.Reports.Otlp;

/// <summary>A collector that keeps what it is sent, by HTTP or by gRPC.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private const string GrpcPath = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";

    private readonly WebApplication _application;

    private Collector(WebApplication application) => _application = application;

    /// <summary>The requests, as messages of protobuf.</summary>
    public List<byte[]> Requests { get; } = [];

    /// <summary>The paths of the requests.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>The headers of the last request.</summary>
    public Dictionary<string, string> Headers { get; private set; } = [];

    /// <summary>What it answers, of HTTP.</summary>
    public int StatusCode { get; set; } = 200;

    public string Address => _application.Urls.Single();

    public static async Task<Collector> Start(bool isGrpc)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        WebApplication application = builder.Build();
        Collector collector = new(application);
        application.Run(collector.Answer);
        await application.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        Paths.Add(context.Request.Path);
        if (context.Request.Path == GrpcPath)
        {
            // A byte that says whether it is compressed, four for the length.
            byte[] framed = body.ToArray();
            Requests.Add(framed.AsSpan(5, BinaryPrimitives.ReadInt32BigEndian(framed.AsSpan(1))).ToArray());
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[5]);
            context.Response.AppendTrailer("grpc-status", "0");
            return;
        }

        Requests.Add(body.ToArray());
        context.Response.StatusCode = StatusCode;
        context.Response.ContentType = "application/x-protobuf";
    }
}
