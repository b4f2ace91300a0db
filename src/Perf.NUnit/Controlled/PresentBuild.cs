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
                _context = new BuildContext(Name, tests.Location, tests.Location, SharedAssemblies.OfAnyBuild);
            }

            return _context!;
        }
    }
}
