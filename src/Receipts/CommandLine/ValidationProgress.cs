using Receipts.Images;
using Receipts.Validation;
using Spectre.Console;
using ValidationResult = Receipts.Validation.ValidationResult;

namespace Receipts.CommandLine;

/// <summary>Runs a validation with a progress bar where somebody looks on.</summary>
internal static class ValidationProgress
{
    /// <summary>
    /// Runs it; the bar goes to the error stream, so that results can be piped, and is left out where that is
    /// redirected.
    /// </summary>
    /// <param name="detector">The detector.</param>
    /// <param name="receipts">The receipts.</param>
    /// <param name="options">How to validate.</param>
    public static ValidationResult Run(IDetector detector, IReadOnlyList<Receipt> receipts, ValidationOptions options)
    {
        using var loop = new ValidationLoop(detector.Detect, options);
        if (Console.IsErrorRedirected)
        {
            return loop.Run(receipts);
        }

        IAnsiConsole console =
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("validating", maxValue: receipts.Count);
            return loop.Run(receipts, new Steps(task));
        });
    }

    private sealed class Steps(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
