namespace Receipts.Native;

/// <summary>libtorch cannot be loaded as it was asked for; the message is one line that says why and what to do.</summary>
public sealed class LibtorchException : InvalidOperationException
{
    /// <summary>An error with a message for users.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="cause">What was thrown below, if anything.</param>
    public LibtorchException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
