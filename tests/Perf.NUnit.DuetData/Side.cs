using System.Reflection;
using System.Runtime.Loader;

namespace Perf.DuetData;

/// <summary>Which build this is, and which of its copies runs.</summary>
internal static class Side
{
    /// <summary>1 in the base build, 2 in the head build.</summary>
#if HEAD
    public const int Number = 2;
#else
    public const int Number = 1;
#endif

    public static readonly bool IsHead = Number == 2;

    /// <summary><c>base</c> or <c>head</c> in a duet, <c>host</c> where NUnit itself runs the test.</summary>
    public static readonly string Copy = AssemblyLoadContext.GetLoadContext(typeof(Side).Assembly) is { Name: "base" or "head" } context
        ? context.Name
        : "host";

    /// <summary>A worker runs this assembly by `dotnet exec Perf.NUnit.dll`.</summary>
    public static readonly bool IsWorker = Assembly.GetEntryAssembly()?.GetName().Name == "Perf.NUnit";
}
