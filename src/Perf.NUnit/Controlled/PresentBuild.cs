using System.Reflection;
using Perf.Builds;
using Perf.Duets;

namespace Perf.Controlled;

/// <summary>
/// The build under test once more in its own load context, where fixtures can be made as often as wanted while those of the test
/// run stand: loaded once a process.
/// </summary>
internal static class PresentBuild
{
    /// <summary>Its name in messages.</summary>
    public const string Name = "present";

    private static readonly Lock Gate = new();
    private static BuildContext? _context;

    /// <summary>The build.</summary>
    /// <exception cref="DuetException">It cannot be loaded once more.</exception>
    public static BuildContext Of(Assembly tests)
    {
        lock (Gate)
        {
            if (_context?.Tests.Location != tests.Location)
            {
                InstrumentOrigins.Watch();
                _context = new BuildContext(Name, tests.Location, tests.Location, Shared(tests.Location));
            }

            return _context!;
        }
    }

    // As a build of a duet: packages around native code are there once, with what they know of it.
    private static IReadOnlySet<string> Shared(string path)
    {
        try
        {
            BuildFiles files = BuildFiles.Of(path);
            return SharedAssemblies.Of(files, files);
        }
        catch (DuetException)
        {
            // A build that does not tell its packages.
            return SharedAssemblies.OfAnyBuild;
        }
    }
}
