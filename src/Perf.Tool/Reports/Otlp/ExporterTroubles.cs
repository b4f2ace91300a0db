using System.Diagnostics.Tracing;
using System.Globalization;

namespace Perf.Tool.Reports.Otlp;

/// <summary>Hears why an export failed: the exporter tells its caller no more than that it did.</summary>
internal sealed class ExporterTroubles : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    /// <summary>The last trouble, its first line; null without any.</summary>
    public string? Last { get; private set; }

    /// <inheritdoc />
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter)
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    /// <inheritdoc />
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        object?[] values = [.. eventData.Payload ?? []];
        string text = string.Format(CultureInfo.InvariantCulture, eventData.Message ?? string.Join(", ", values), values);
        Last = text.Split('\n')[0].TrimEnd('\r', '.');
    }
}
