using System.Text.Json;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Runs;
using Perf.Tests.Files;
using Perf.Tool.Completions;
using Perf.Tool.Processes;
using Shouldly;

namespace Perf.Tool.Tests.Completions;

/// <summary>What a shell offers, asked of a real bash that has sourced what the real tool prints.</summary>
[TestFixture]
[Platform(Include = "Linux,MacOsX", Reason = "bash")]
public sealed class CompletionsTests
{
    private static readonly string Tool = typeof(ToolException).Assembly.Location;

    private SomeRepository _repository = null!;
    private TemporaryFolder _programs = null!;

    [OneTimeSetUp]
    public async Task MakeARepository()
    {
        _programs = new TemporaryFolder();
        string program = _programs["dotnet-perf"];
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec dotnet '{Tool}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        }

        _repository = await SomeRepository.Create();
        _repository.Write("tests/Shop.Perf/Shop.Perf.csproj", "<!-- Perf.NUnit NUnit3TestAdapter -->");
        _repository.Write("src/Shop/Shop.csproj", "<Project />");
        TestDocument[] tests = [.. new[] { "Parses", "Prints" }.Select(name =>
            new TestDocument(new TestReference($"Shop.ParsingTests.{name}(1)", "ParsingTests", name, "tests/Shop.Perf"), null, [], []))];
        _repository.Write("artifacts/perf/Shop.Perf/run.json", new RunDocument(
            RunDocument.CurrentSchemaVersion, DateTimeOffset.UnixEpoch, "cpu", null, "", null, false, Fingerprint.OfThisMachine(), tests).ToJson());
        await _repository.Commit();
        await _repository.Run("branch", "feature/faster");
        await _repository.Run("tag", "v1.0");
    }

    [OneTimeTearDown]
    public void RemoveIt()
    {
        _repository.Dispose();
        _programs.Dispose();
    }

    [TestCase("dotnet perf du", "duet")]
    [TestCase("dotnet-perf du", "duet")]
    [TestCase("/usr/bin/dotnet  perf  du", "duet")]
    [TestCase("dotnet perf completions ", "bash fish pwsh zsh", true)]
    [TestCase("dotnet perf duet --sh", "--shard")]
    [TestCase("dotnet perf duet --base ", "feature/faster main v1.0")]
    [TestCase("dotnet perf duet --base f", "feature/faster")]
    [TestCase("dotnet perf duet --project ", "tests/Shop.Perf")]
    [TestCase("dotnet perf duet --test ", "ParsingTests.Parses ParsingTests.Prints")]
    [TestCase("dotnet perf duet --test ParsingTests.Pr", "ParsingTests.Prints")]
    [TestCase("dotnet perf duet -c ", "Debug Release")]
    public async Task BashCompletes(string line, string expected, bool besidesOptions = false)
    {
        string[] found = [.. (await Complete(line)).Where(word => !besidesOptions || !word.StartsWith('-'))];

        found.Order(StringComparer.Ordinal).ShouldBe(expected.Split(' '));
    }

    [Test]
    public async Task WhatFollowsTheCursorDoesNotCount() => (await Complete("dotnet perf duet --base f --strict", "dotnet perf duet --base f".Length)).ShouldBe(["feature/faster"]);

    [Test]
    public async Task TheCompletionOfTheSdkGoesOn()
    {
        (await Complete("dotnet p", former: true)).ShouldBe(["former p", "perf"]);
        (await Complete("dotnet build ", former: true)).ShouldBe(["former "]);
        (await Complete("dotnet perf du", former: true)).ShouldBe(["duet"]);
    }

    [Test]
    public async Task SourcedTwiceItDoesNotCallItself() => (await Complete("dotnet build x", times: 2)).ShouldBeEmpty();

    [Test]
    public async Task EveryShellHasAScriptThatAsksTheTool()
    {
        foreach (string shell in CompletionScript.Shells)
        {
            ChildProcess ended = await Run("dotnet", [Tool, "completions", shell, "--json"]);

            ended.ExitCode.ShouldBe(0, ended.Output);
            JsonDocument.Parse(ended.Output).RootElement.GetProperty("script").GetString()!.ShouldContain("[suggest:");
        }

        (await Run("dotnet", [Tool, "completions", "cmd"])).ExitCode.ShouldBe(3);
    }

    [Test]
    public async Task OutsideOfARepositoryThereIsNothingToOffer()
    {
        using TemporaryFolder empty = new();

        ChildProcess ended = await ChildProcess.Run(
            "dotnet", empty.Path, [Tool, "[suggest:12]", "duet --base "], new Dictionary<string, string?>(), CancellationToken.None);

        ended.ExitCode.ShouldBe(0);
        ended.Output.Trim().ShouldBeEmpty();
    }

    private async Task<string[]> Complete(string line, int? cursor = null, bool former = false, int times = 1)
    {
        string script = $$"""
            export PATH="{{_programs.Path}}:$PATH"
            _former() { COMPREPLY=("former $2"); }
            {{(former ? "complete -F _former dotnet" : "")}}
            {{string.Concat(Enumerable.Repeat("eval \"$(dotnet-perf completions bash)\"\n", times))}}
            COMP_LINE='{{line}}'
            COMP_POINT={{cursor ?? line.Length}}
            before=${COMP_LINE:0:COMP_POINT}
            read -ra COMP_WORDS <<< "$before"
            [[ $before == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            [[ $(complete -p "${COMP_WORDS[0]##*/}") =~ -F\ ([^\ ]+) ]] && "${BASH_REMATCH[1]}" dotnet "${COMP_WORDS[COMP_CWORD]}" ""
            for word in "${COMPREPLY[@]}"; do echo "$word"; done
            """;
        ChildProcess ended = await Run("bash", ["--norc", "-c", script]);
        return ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private Task<ChildProcess> Run(string program, string[] arguments) => ChildProcess.Run(
        program, _repository.Root, arguments, new Dictionary<string, string?>(), CancellationToken.None);
}
