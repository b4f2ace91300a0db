using System.CommandLine;
using Perf.Benchmarks.Figures;
using Receipts.Model;

namespace Perf.Benchmarks.Detector;

/// <summary>CPU time of one forward of the detector, beside the runtime that its weights are published for.</summary>
internal static class DetectorCommand
{
    private const string Ours = "Receipts (TorchSharp)";
    private const string Rival = "OnnxRuntime";
    private const int WarmUpRounds = 3;

    private static readonly int[] Sides = [640, 960];

    public static Command Create() => FigureCommand.Create(
        "detector", "CPU time of one forward of the text detector, one thread.", 15, Measure);

    private static Figure Measure(int rounds)
    {
        using TextDetector detector = TextDetector.Load();
        TorchThreads.UseOne();
        using OnnxDetector rival = new(WeightsBesideTheApp());
        return Figure.Of("detector", [.. Sides.SelectMany(side => Rows(detector, rival, side, rounds))]);
    }

    private static IEnumerable<FigureRow> Rows(TextDetector detector, OnnxDetector rival, int side, int rounds)
    {
        ImageTensor image = MadeUpImage(side);
        List<double> ours = [];
        List<double> theirs = [];
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            double our = CpuTime.MillisecondsOf(() => detector.Detect(image));
            double their = CpuTime.MillisecondsOf(() => rival.Detect(image));
            if (round >= 0)
            {
                ours.Add(our);
                theirs.Add(their);
            }
        }

        string what = $"one forward of {side} × {side} pixels";
        return
        [
            FigureRow.Of(what, Ours, "ms", ours),
            FigureRow.Of(what, Rival, "ms", theirs),
            FigureRow.Of(what, $"{Ours} / {Rival}", "1", [.. ours.Zip(theirs, (our, their) => our / their)]),
        ];
    }

    private static ImageTensor MadeUpImage(int side)
    {
        Random random = new(1);
        float[] values = new float[ImageTensor.Channels * side * side];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = (float)((random.NextDouble() * 4) - 2);
        }

        return new ImageTensor(values, side, side);
    }

    private static string WeightsBesideTheApp() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.onnx", SearchOption.AllDirectories).FirstOrDefault()
        ?? throw new FileNotFoundException($"no *.onnx beside the app, in {AppContext.BaseDirectory}");
}
