using System.CommandLine;
using Receipts.Images;
using Receipts.Model;
using Receipts.PostProcessing;

namespace Receipts.CommandLine;

/// <summary><c>detect</c>: draws the boxes found on images.</summary>
internal static class DetectCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="load">Loads the detector.</param>
    public static Command Create(Func<string?, DetectorDevice, IDetector> load)
    {
        var images = new Argument<string[]>("IMAGE")
        {
            Description = "Images: PNG, JPEG or WebP.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--out")
        {
            Description = "Folder for the drawn images; it is made where it is missing.",
            Required = true,
            HelpName = "DIR",
        };
        var common = new CommonOptions();
        var command = new Command(
            "detect", "Finds lines of text and draws a box around each, as IMAGE.png in the folder.")
        {
            images,
            folder,
        };
        common.AddTo(command);
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(images),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(common.Side),
            () => common.Load(parsed, load),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string[] images, string folder, int side, Func<IDetector> load, TextWriter output)
    {
        // What is missing is told before the detector is loaded, which takes a second.
        if (images.FirstOrDefault(path => !File.Exists(path)) is { } missing)
        {
            throw new ReceiptDataException(missing, "there is no such image.");
        }

        RequireDifferentNames(images);
        Directory.CreateDirectory(folder);
        using IDetector detector = load();
        using var preprocessing = new Preprocessing();
        var finder = new BoxFinder();
        var boxes = new List<DetectedBox>();
        foreach (string path in images)
        {
            using ReceiptImage image = ReceiptImage.FromFile(path);
            PreparedImage prepared = preprocessing.Prepare(image, side);
            boxes.Clear();
            finder.Find(detector.Detect(prepared.Tensor), prepared.ScaleBack, boxes);
            string drawn = Path.Combine(folder, DrawnName(path));
            BoxDrawing.Save(image, boxes, drawn);
            output.WriteLine($"{drawn}: {boxes.Count} lines of text");
        }

        return ExitCode.Success;
    }

    private static void RequireDifferentNames(string[] images)
    {
        if (images.GroupBy(DrawnName, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new ReceiptDataException(
                same.Last(), $"would overwrite {same.Key}, drawn from {same.First()}; give each an --out of its own.");
        }
    }

    private static string DrawnName(string path) => Path.GetFileNameWithoutExtension(path) + ".png";
}
