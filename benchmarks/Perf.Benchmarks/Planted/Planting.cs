namespace Perf.Benchmarks.Planted;

/// <summary>
/// More work in one stage of the subject: pieces of the stage's own work are done again until they took a share of what
/// the stage itself took, in CPU time. Pieces are small beside the share, and what is too much of one is made up for in the
/// next call: every call does so much more, which the median of pairs sees, and all of them together do exactly so much.
/// </summary>
/// <param name="Stage">The stage as the subject's instruments name it.</param>
/// <param name="Test">The test of the suite that watches the stage.</param>
/// <param name="File">The source file, below the root of the repository.</param>
/// <param name="Edits">What is written instead of what.</param>
internal sealed record Planting(string Stage, string Test, string File, IReadOnlyList<(string Anchor, string Text)> Edits)
{
    /// <summary>One a stage, in the order of their work.</summary>
    public static IReadOnlyList<Planting> All { get; } =
    [
        new(
            "load",
            "LoadingKeepsItsPace",
            "src/Receipts/Images/ReceiptImage.cs",
            [
                (
                    """
                            using SKCodec? codec = SKCodec.Create(data);

                    """,
                    """
                            long begun = Planted.Now;
                            using SKCodec? codec = SKCodec.Create(data);

                    """),
                (
                    """
                            return new ReceiptImage(bitmap, HashOf(data.AsSpan()));

                    """,
                    """
                            ReceiptImage image = new(bitmap, HashOf(data.AsSpan()));
                            Planted.Owe(begun);
                            while (Planted.IsOwed())
                            {
                                HashOf(data.AsSpan());
                            }

                            return image;

                    """),
            ]),
        new(
            "forward",
            "ForwardKeepsItsPace",
            "src/Receipts/Model/DetectorNetwork.cs",
            [
                (
                    """
                            Tensor y = _stem.ApplyTo(ChannelsLast.Of(images));

                    """,
                    """
                            long begun = Planted.Now;
                            Tensor y = _stem.ApplyTo(ChannelsLast.Of(images));

                    """),
                (
                    """
                            // From the coarsest level down, each adds to the next finer one.

                    """,
                    """
                            Tensor coarsest = y;

                    """),
                (
                    """
                            GC.KeepAlive(this);
                            return probabilities;

                    """,
                    """
                            GC.KeepAlive(this);
                            Planted.Owe(begun);
                            while (Planted.IsOwed())
                            {
                                _blocks[^1].ApplyTo(coarsest).Dispose();
                            }

                            return probabilities;

                    """),
            ]),
        new(
            "post-process",
            "PostProcessingAllocatesLittle",
            "src/Receipts/PostProcessing/BoxFinder.cs",
            [
                (
                    """
                        public void Find(ProbabilityMap map, List<DetectedBox> boxes) => Find(map, Vector2.One, boxes);

                    """,
                    """
                        public void Find(ProbabilityMap map, List<DetectedBox> boxes)
                        {
                            long begun = Planted.Now;
                            Find(map, Vector2.One, boxes);
                            Planted.Owe(begun);
                            if (Planted.IsOwed())
                            {
                                _search.Begin(map, _options.Threshold);
                                while (Planted.IsOwed() && _search.TryNext(out Region region))
                                {
                                    BoxOf(region, map);
                                }
                            }
                        }

                    """),
            ]),
    ];

    /// <summary>Plants it into a copy of the sources.</summary>
    /// <param name="root">The root of the copy.</param>
    /// <param name="percent">How much more work.</param>
    /// <exception cref="InvalidOperationException">The source is not as it was when this was written.</exception>
    public void Into(string root, double percent)
    {
        string path = Path.Combine(root, File);
        string source = System.IO.File.Exists(path)
            ? System.IO.File.ReadAllText(path)
            : throw new InvalidOperationException($"{File} is no more: say in {nameof(Planting)} where {Stage} is done now");
        foreach ((string anchor, string text) in Edits)
        {
            int at = source.IndexOf(anchor, StringComparison.Ordinal);
            if (at < 0 || source.IndexOf(anchor, at + 1, StringComparison.Ordinal) >= 0)
            {
                throw new InvalidOperationException(
                    $"{File} has {(at < 0 ? "no" : "more than one")} place for more work of {Stage}; {nameof(Planting)} looks for:\n{anchor}");
            }

            source = source[..at] + text + source[(at + anchor.Length)..];
        }

        System.IO.File.WriteAllText(path, source);
        PlantedSource.Write(root, percent);
    }
}
