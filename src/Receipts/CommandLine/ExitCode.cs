namespace Receipts.CommandLine;

/// <summary>What the program tells its caller.</summary>
public static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The command line or its files cannot be used; one line on the error stream says why.</summary>
    public const int Misuse = 3;
}
