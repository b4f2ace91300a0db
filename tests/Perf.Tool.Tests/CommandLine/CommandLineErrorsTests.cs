using System.Text.Json;
using NUnit.Framework;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tool.Tests.CommandLine;

[TestFixture]
public sealed class CommandLineErrorsTests
{
    [TestCase("report", "Required argument missing")]
    [TestCase("merge run.json", "'--output' is required")]
    [TestCase("compare a b --max-regression x", "--max-regression is x")]
    [TestCase("baseline", "Required command was not provided")]
    [TestCase("nonsense", "'nonsense'")]
    public async Task WithJsonAWrongCommandLineIsADocumentToo(string arguments, string message)
    {
        using TemporaryFolder folder = new();

        PerfTool ended = await PerfTool.Run(folder.Path, [.. arguments.Split(' '), "--json"]);

        ended.ExitCode.ShouldBe(3);
        JsonDocument.Parse(ended.Standard).RootElement.GetProperty("error").GetString()!.ShouldContain(message);
        ended.Error.ShouldContain(message);
    }

    [TestCase("--test is empty", "baseline", "accept", "run.json", "--reason", "why", "--test", "")]
    [TestCase("--baseline is empty", "baseline", "accept", "run.json", "--reason", "why", "--all", "--baseline", "")]
    [TestCase("<run> is empty", "report", "")]
    public async Task WhatIsEmptyMeansNothing(string message, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        SomeRuns.Write(folder["run.json"], SomeRuns.Of(SomeRuns.Test("A.T.One", 1)));

        PerfTool ended = await PerfTool.Run(folder.Path, arguments);

        ended.ExitCode.ShouldBe(3, ended.Output);
        ended.Error.ShouldContain(message);
    }
}
