using System.CommandLine;
using System.Globalization;
using Receipts.Images;
using Receipts.Model;
using Receipts.Native;
using Receipts.Validation;

namespace Receipts.CommandLine;

/// <summary>Options that several commands have.</summary>
internal sealed class CommonOptions
{
    /// <summary>Length of the longest side of the detector's input.</summary>
    public Option<int> Side { get; } = Number(
        "--side",
        "Longest side of the detector's input, in pixels.",
        640,
        ValidationOptions.LeastSide,
        ValidationOptions.MostSide);

    /// <summary>Where the detector runs.</summary>
    public Option<DetectorDevice> Device { get; } = new("--device")
    {
        Description = "Where the detector runs. Cuda needs a build with -p:Accelerator=cuda, or LIBTORCH_HOME, and an NVIDIA GPU.",
        DefaultValueFactory = _ => DetectorDevice.Cpu,
    };

    /// <summary>The weights' file.</summary>
    public Option<string?> Weights { get; } = new("--weights")
    {
        Description = "The detector's weights; by default the file that the build fetched.",
        HelpName = "FILE",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Side);
        command.Add(Device);
        command.Add(Weights);
    }

    /// <summary>Loads the detector that the command line asks for.</summary>
    /// <exception cref="LibtorchException">libtorch cannot be loaded.</exception>
    /// <exception cref="ReceiptDataException">This machine or this build has no such device.</exception>
    public IDetector Load(ParseResult parsed, Func<string?, DetectorDevice, IDetector> load)
    {
        DetectorDevice device = parsed.GetValue(Device);
        try
        {
            return load(parsed.GetValue(Weights), device);
        }
        catch (InvalidOperationException problem) when (problem is not LibtorchException)
        {
            throw new ReceiptDataException($"--device {device}", problem.Message, problem);
        }
    }

    /// <summary>An option that is a whole number between bounds.</summary>
    public static Option<int> Number(string name, string description, int byDefault, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            DefaultValueFactory = _ => byDefault,
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            // What is no number at all has been told already.
            if (result.Tokens.Count == 1
                && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int value)
                && (value < least || value > most))
            {
                result.AddError($"{name} must be between {least} and {most}, not {value}.");
            }
        });
        return option;
    }
}
