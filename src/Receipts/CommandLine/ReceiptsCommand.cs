using System.CommandLine;
using Receipts.Images;
using Receipts.Model;
using Receipts.Native;

namespace Receipts.CommandLine;

/// <summary>The program's command line.</summary>
public static class ReceiptsCommand
{
    private const string Description = """
        Finds lines of text on photographs of receipts, and validates how well.

        Examples:
          receipts detect receipt.jpg --out found         draw the boxes into found/receipt.png
          receipts validate                               on the synthetic receipts
          receipts validate --data sroie --side 960       on a folder of NNN.jpg beside NNN.csv
          receipts validate --json > result.json          for machines

        LIBTORCH_HOME names the folder of an installed libtorch 2.10.0 (torch/lib of a PyTorch installation) to be used
        instead of the packaged one.

        Exit codes: 0 all went well, 3 the command line or a file cannot be used.
        """;

    /// <summary>Runs the program.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where errors and progress go.</param>
    /// <param name="load">
    /// Loads the detector from a file or, given null, from the file that the build fetched; null for the real one.
    /// </param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter error,
        Func<string?, DetectorDevice, IDetector>? load = null)
    {
        ArgumentNullException.ThrowIfNull(error);
        Func<string?, DetectorDevice, IDetector> loadDetector = load ?? LoadedDetector.Load;
        var root =
            new RootCommand(Description) { DetectCommand.Create(loadDetector), ValidateCommand.Create(loadDetector) };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine($"{parsed.Errors[0].Message} See --help.");
            return ExitCode.Misuse;
        }

        try
        {
            return parsed.Invoke(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (
            problem is ReceiptDataException or LibtorchException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return ExitCode.Misuse;
        }
    }
}
