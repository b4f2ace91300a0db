using System.Diagnostics.Metrics;
using NUnit.Framework;
using Receipts.Images;
using Receipts.Model;
using Receipts.Quality;
using Receipts.Validation;
using Shouldly;

namespace Receipts.Tests.Validation;

public sealed class ValidationProfilerTests
{
    [Test]
    public void InstrumentsHaveTheirNamesKindsAndUnits()
    {
        var published = new List<(string Name, string? Unit, string Kind)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == "Receipts.Validation")
            {
                published.Add((instrument.Name, instrument.Unit, instrument.GetType().Name));
            }
        };
        using var profiler = new ValidationProfiler();
        listener.Start();

        published.Distinct().ShouldBe(
            [
                ("receipts.batch.duration", "s", "Histogram`1"),
                ("receipts.stage.duration", "s", "Histogram`1"),
                ("receipts.images", "{image}", "Counter`1"),
                ("receipts.cache.lookups", "{lookup}", "Counter`1"),
                ("receipts.hmean", "1", "Gauge`1"),
            ],
            ignoreOrder: true);
    }

    [Test]
    public void ARunRecordsEveryBatchStageAndLookup()
    {
        using var recorded = new Recording();
        using var cache = new PolygonCache();
        using var loop = new ValidationLoop(
            ValidationLoopTests.Blank, new ValidationOptions { Side = 320, BatchSize = 2 }, cache);
        IReadOnlyList<Receipt> receipts = SyntheticReceipts.Create(new SyntheticOptions { Count = 3, Wear = 0 });

        ValidationResult result = loop.Run(receipts);
        loop.Run(receipts);

        recorded["receipts.batch.duration"].Take(2).ShouldBe(result.Timings.BatchSeconds);
        recorded["receipts.images"].ShouldBe([2, 1, 2, 1]);
        recorded["receipts.cache.lookups{hit=False}"].ShouldBe([1, 1, 1]);
        recorded["receipts.cache.lookups{hit=True}"].ShouldBe([1, 1, 1]);
        recorded["receipts.hmean"].ShouldBe([0, 0]);
        foreach (string stage in new[] { "load", "pre-process", "forward", "post-process", "score" })
        {
            recorded[$"receipts.stage.duration{{stage={stage}}}"].Count.ShouldBe(4);
        }

        double stages = ValidationStages.All.Sum(
            stage => recorded[$"receipts.stage.duration{{stage={ValidationStages.NameOf(stage)}}}"].Sum());
        stages.ShouldBeLessThanOrEqualTo(recorded["receipts.batch.duration"].Sum());
    }

    [Test]
    public void AStageThatIsCalledAloneRecordsItsOwnDuration()
    {
        using var recorded = new Recording();
        using var cache = new PolygonCache();
        using var loop = new ValidationLoop(
            ValidationLoopTests.Blank,
            new ValidationOptions { Side = 320 },
            cache,
            time: new ValidationLoopTests.SteppingTime());
        Receipt receipt = SyntheticReceipts.Create(new SyntheticOptions { Count = 1, Wear = 0 })[0];

        using ReceiptImage image = loop.Load(receipt);
        PreparedImage prepared = loop.Prepare(image);
        ProbabilityMap map = loop.Forward(prepared);
        loop.FindBoxes(map, []);
        loop.FindBoxes(map, []);
        loop.Score(receipt, image.ContentHash, prepared.Scale, map, []);

        // Every look at the clock is a second later, and a stage looks twice.
        foreach (string stage in new[] { "load", "pre-process", "forward", "score" })
        {
            recorded[$"receipts.stage.duration{{stage={stage}}}"].ShouldBe([1]);
        }

        recorded["receipts.stage.duration{stage=post-process}"].ShouldBe([1, 1]);
    }

    [Test]
    public void PublishingAllocatesNothing()
    {
        using var profiler = new ValidationProfiler();
        double heard = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == ValidationProfiler.MeterName)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => heard += value);
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => heard += value);
        listener.Start();
        Publish(profiler);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Publish(profiler);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        heard.ShouldBe(2 * (1 + 4 + 2 + 1 + 0.5));
    }

    private static void Publish(ValidationProfiler profiler)
    {
        profiler.RecordBatch(1, 4);
        profiler.RecordStage(ValidationStage.PostProcess, 2);
        profiler.RecordLookup(true);
        profiler.RecordHarmonicMean(0.5);
    }

    private sealed class Recording : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, List<double>> _values = [];

        public Recording()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ValidationProfiler.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public List<double> this[string name] => _values[name];

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string tagged = tags.IsEmpty ? string.Empty : $"{{{tags[0].Key}={tags[0].Value}}}";
            string name = instrument.Name + tagged;
            _values.TryAdd(name, []);
            _values[name].Add(value);
        }
    }
}
