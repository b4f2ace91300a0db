using System.CommandLine;
using System.Text.Json;
using Perf.Benchmarks.Figures;
using Perf.Runs;

namespace Perf.Benchmarks.Packages;

/// <summary>What duets say of published versions of real packages, as an update and as a step back.</summary>
internal static class PackagesCommand
{
    public static Command Create()
    {
        Option<DirectoryInfo> builds = new("--builds")
        {
            Description = "Where builds are kept; remove it after a change.",
            DefaultValueFactory = _ => new DirectoryInfo("artifacts/benchmarks/packages"),
        };
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new("packages", "Verdicts on two published versions of packages, in both directions.")
        {
            builds, json,
        };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(builds).FullName;
            return Tell(
                Measured(
                    new PackageBuild("before", Path.Combine(folder, "before")),
                    new PackageBuild("now", Path.Combine(folder, "now"))),
                parsed.GetValue(json));
        });
        return command;
    }

    private static PackagesFigure Measured(PackageBuild before, PackageBuild now)
    {
        before.Make();
        now.Make();
        RunDocument updated = now.RunBeside(before);
        RunDocument back = before.RunBeside(now);
        return PackagesFigure.Of(
        [
            .. PackageSubject.All.SelectMany(subject => new[]
            {
                PackageRow.Of(subject, before, now, updated),
                PackageRow.Of(subject, now, before, back),
            }),
        ]);
    }

    private static int Tell(PackagesFigure figure, FileInfo? json)
    {
        FigureOutput.Widen();
        PackagesTable.Tell(figure);
        if (json is not null)
        {
            File.WriteAllText(
                json.FullName, JsonSerializer.Serialize(figure, PackagesJson.Default.PackagesFigure) + "\n");
        }

        return FigureOutput.Tell(figure.Promises);
    }
}
