using System.Security.Cryptography;
using System.Text;

namespace Perf.Tool.Builds;

/// <summary>Where a test project puts its build and looks for its baselines.</summary>
/// <param name="Assembly">The test assembly, which need not be built.</param>
/// <param name="Baselines">The folder of its baselines; null of a project that is not restored, or makes no promises.</param>
/// <param name="Environment">The environment that it is built for.</param>
/// <param name="IsRestored">Whether its packages, which tell the rest, are there.</param>
internal sealed record ProjectLayout(string Assembly, string? Baselines, string Environment, bool IsRestored)
{
    private const int Digits = 8;

    /// <summary>
    /// Tells builds of one commit apart that variables of the environment make differ, such as one for an accelerator:
    /// by the folder that they go to and the environment that they are for.
    /// </summary>
    /// <param name="project">The folder of the project, so that each working tree says the same.</param>
    public string KindIn(string project)
    {
        string text = $"{Environment}\n{Path.GetRelativePath(project, Assembly)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
    }
}
