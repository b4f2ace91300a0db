using NUnit.Framework.Interfaces;
using Perf.Runs;

namespace Perf.Execution;

/// <summary>Names a test for messages and for the command that runs it again.</summary>
internal static class TestNames
{
    public static TestReference Of(ITest test, Session session)
    {
        string className = test.TypeInfo!.Type.Name;
        int arity = className.IndexOf('`', StringComparison.Ordinal);
        return new TestReference(
            test.FullName, arity < 0 ? className : className[..arity], test.Method!.Name, session.Layout.Project)
        {
            RunFile = session.Layout.Show(session.Report.RunFile),
            Options = OptionsOf(session),
            BesideBaseBuild = session.BaseBuild is not null,
        };
    }

    // What the build was made with, and the environment where it is not the build's own.
    private static string? OptionsOf(Session session)
    {
        string[] options =
        [
            .. session.Layout.BuildOptions is { } build ? new[] { build } : [],
            .. session.Environment != session.Layout.Environment ? new[] { $"-e PERF_ENVIRONMENT={session.Environment}" } : [],
        ];
        return options.Length == 0 ? null : string.Join(' ', options);
    }
}
