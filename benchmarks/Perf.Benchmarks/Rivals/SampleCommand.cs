using System.CommandLine;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using NUnit.Framework;
using Perf.Benchmarks.Processes;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Rivals;

/// <summary>A fresh process that calls one subject of a build again and again, and says what each call took.</summary>
internal static class SampleCommand
{
    private const string Name = "sample";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(2.5);

    /// <summary>The subcommand that such a process runs.</summary>
    public static Command Create()
    {
        Option<DirectoryInfo> build = new("--build") { Required = true };
        Option<string> subject = new("--subject") { Required = true };
        Command command = new(Name, "Calls one subject of a build and prints what each call took, ms.")
        {
            build, subject,
        };
        command.Hidden = true;
        command.SetAction(parsed => Sample(
            Path.Combine(parsed.GetRequiredValue(build).FullName, SubjectBuilds.Assembly),
            parsed.GetRequiredValue(subject)));
        return command;
    }

    /// <summary>What the calls took in a process of their own, ms, and what the process took, s.</summary>
    /// <param name="build">The folder of the build.</param>
    /// <param name="subject">The test.</param>
    public static (double[] Milliseconds, double Seconds) SamplesOf(string build, string subject)
    {
        (string output, double seconds) = DotnetProcess.AsItIs.OutputOf(
            Directory.GetCurrentDirectory(),
            typeof(SampleCommand).Assembly.Location, Name, "--build", build, "--subject", subject);
        return (JsonSerializer.Deserialize(output, RivalJson.Default.DoubleArray)!, seconds);
    }

    private static void Sample(string assembly, string subject)
    {
        Action body = Body(assembly, subject);
        Samples(body, WarmUp);
        Console.WriteLine(JsonSerializer.Serialize([.. Samples(body, Sampling)], RivalJson.Default.DoubleArray));
    }

    private static List<double> Samples(Action body, TimeSpan time)
    {
        List<double> samples = [];
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            long before = Stopwatch.GetTimestamp();
            body();
            samples.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return samples;
    }

    private static Action Body(string assembly, string subject)
    {
        MethodInfo test = Assembly.LoadFrom(assembly).GetTypes()
            .SelectMany(type => type.GetMethods())
            .Single(method => method.Name == subject && method.IsDefined(typeof(TestAttribute)));
        object fixture = Activator.CreateInstance(test.DeclaringType!)!;
        foreach (MethodInfo setUp in test.DeclaringType!.GetMethods()
            .Where(method => method.IsDefined(typeof(SetUpAttribute))))
        {
            setUp.Invoke(fixture, []);
        }

        return test.CreateDelegate<Action>(fixture);
    }
}
