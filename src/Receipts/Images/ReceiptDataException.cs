namespace Receipts.Images;

/// <summary>
/// An image or its ground truth cannot be used; the message is one line that names the file, and the line in it where
/// there is one.
/// </summary>
public sealed class ReceiptDataException : Exception
{
    /// <summary>An error of a whole file.</summary>
    /// <param name="file">The file or folder at fault.</param>
    /// <param name="problem">What is wrong, and what was expected.</param>
    /// <param name="cause">What was thrown below, if anything.</param>
    public ReceiptDataException(string file, string problem, Exception? cause = null)
        : base($"{file}: {problem}", cause) =>
        File = file;

    /// <summary>An error of one line.</summary>
    /// <param name="file">The file at fault.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="problem">What is wrong, and what was expected.</param>
    public ReceiptDataException(string file, int line, string problem)
        : base($"{file}:{line}: {problem}")
    {
        File = file;
        Line = line;
    }

    /// <summary>The file or folder at fault.</summary>
    public string File { get; }

    /// <summary>The line at fault, counted from 1, or null where the whole file is.</summary>
    public int? Line { get; }
}
