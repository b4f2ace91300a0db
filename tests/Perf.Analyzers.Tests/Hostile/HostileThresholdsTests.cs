using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Perf.Analyzers.Model;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Analyzers.Tests.Hostile;

/// <summary>Whatever thresholds.yaml holds: a finding in it or none, soon, and the same that the run says.</summary>
[TestFixture]
public sealed class HostileThresholdsTests
{
    private const int Mutations = 10_000;

    // A second is promised; a neighbour may take the machine for several.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Compilation Suite = CompilationOf.Source("""
        using NUnit.Framework;
        using Perf;
        [Section("validation")] public class T
        {
            [Test, MaxRegression, MinThroughput, MaxTailRatio(1.5)] public void A() { }
            [Test, Section("stages"), MaxMetric("a", Key = "stages.max_load_ms"), MaxAllocations] public void B() { }
            [Test, Section("memory"), MaxGpuMemory, MaxCpuMemory(50)] public void C() { }
        }
        """);

    private static readonly string Good = File.ReadAllText(Path.Combine(Here(), "..", "..", "..", "baselines", "thresholds.yaml"));

    private static IEnumerable<TestCaseData> Nasty()
    {
        (string Name, byte[] Bytes)[] all =
        [
            ("empty", []),
            ("only a comment", Utf8("# nothing")),
            ("tag", Utf8("a: !!float 3")),
            ("anchors that multiply", Utf8("a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n")),
            ("alias of itself", Utf8("a: &a { b: *a }\n")),
            ("directive", Utf8("%YAML 1.2\n---\na: { max_time_seconds: 1 }\n")),
            ("several documents", Utf8("a: { max_time_seconds: 1 }\n---\nb: { max_time_seconds: 1 }\n")),
            ("end of a document alone", Utf8("...")),
            ("byte order mark", [0xEF, 0xBB, 0xBF, .. Utf8(Good)]),
            ("byte order mark alone", [0xEF, 0xBB, 0xBF]),
            ("UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)]),
            ("UTF-16 without a mark", Encoding.Unicode.GetBytes(Good)),
            ("big-endian UTF-16", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Good)]),
            ("not UTF-8", [.. Utf8("a: { max_time_seconds: "), 0xC3, 0x28, 0xFF]),
            ("CRLF", Utf8(Good.Replace("\n", "\r\n", StringComparison.Ordinal))),
            ("CR", Utf8(Good.Replace('\n', '\r'))),
            ("tabs", Utf8(Good.Replace("  ", "\t", StringComparison.Ordinal))),
            ("NUL", Utf8("a:\n  max_time\0_seconds: 1\n")),
            ("control characters", Utf8("a:\n  \u0001\u0007\u001b[31m: 1\n")),
            ("unicode line ends", Utf8("a:\u2028  max_time_seconds: 1\u0085b: {}\n")),
            ("look-alikes", Utf8("a:\n  mаx_time_seconds: 1\n  max_time_seconds\u200b: ١\n")),
            ("10 MB on one line", Utf8("a: " + new string('x', 10_000_000))),
            ("10 MB of brackets", Utf8(new string('[', 10_000_000))),
            ("10 MB of keys on one line", Utf8("{" + string.Concat(Enumerable.Repeat("a: {b: 1}, ", 900_000)) + "}")),
            ("100 000 lines", Utf8("a:\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"  max_m{i}_ms: {i}\n")))),
            ("deep", Utf8(string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i) + "a:\n")))),
            ("huge numbers", Utf8("a:\n  max_time_seconds: 1e999\n  max_allocated_bytes: 99999999999999999999999\n  max_x_ms: 0x1F\n")),
            ("lists", Utf8("- a\n- b: [1, {c: d}]\n")),
            ("keys that are mappings", Utf8("? {a: b}\n: c\n? [x]\n: y\n")),
            ("text blocks", Utf8("a: |\n  max_time_seconds: 1\nb: >-\n  3\n")),
            ("quotes that do not end", Utf8("a: \"max\nb: 'x\n")),
            ("merge key", Utf8("a: { max_time_seconds: 1 }\nb:\n  <<: *a\n")),
        ];
        return all.Select(one => new TestCaseData(one.Bytes).SetArgDisplayNames(one.Name));
    }

    [TestCaseSource(nameof(Nasty))]
    public async Task WhatIsNastyIsToldOrReadSoon(byte[] bytes) => (await Elapsed(bytes)).ShouldBeLessThan(Patience);

    [Test]
    public async Task TenThousandMutationsAreToldOrReadSoon()
    {
        Random random = new(20_260_101);
        TimeSpan slowest = TimeSpan.Zero;
        for (int i = 0; i < Mutations; i++)
        {
            TimeSpan elapsed = await Elapsed(Utf8(Mutated(random)));
            slowest = elapsed > slowest ? elapsed : slowest;
        }

        TestContext.Out.WriteLine($"slowest of {Mutations}: {slowest.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms");
        slowest.ShouldBeLessThan(Patience);
    }

    private static async Task<TimeSpan> Elapsed(byte[] bytes)
    {
        AdditionalText file = CompilationOf.Thresholds(bytes);
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(Suite, file);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

        // The run reads the same text with the same reader, and refuses a file with these problems.
        ThresholdsFile read = ThresholdsFile.Parse(file.GetText()!.ToString(), ThresholdsInCompilation.FileName);
        Diagnostic[] inFile = [.. found.Where(one => one.Location.Kind == LocationKind.ExternalFile && one.Id != "PERF2009")];
        inFile.Select(one => (one.Location.GetLineSpan().StartLinePosition.Line + 1, one.GetMessage(CultureInfo.InvariantCulture))).Order()
            .ShouldBe(read.Problems.Select(problem => (problem.Range.Line, problem.Message)).Order());
        int length = file.GetText()!.Length;
        inFile.ShouldAllBe(one => one.Location.SourceSpan.End <= length);
        return elapsed;
    }

    private static string Mutated(Random random)
    {
        StringBuilder text = new(Good);
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(1, 12), text.Length - at);
            const string Letters = " \t\n\r:{}[],&*!|>'\"%@`#-?.0e\0\u2028é~";
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Letters[random.Next(Letters.Length)]);
                    break;
                case 2:
                    text[at] = Letters[random.Next(Letters.Length)];
                    break;
                case 3:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                default:
                    text.Insert(at, (char)random.Next(1, 0xFFFF));
                    break;
            }
        }

        return text.ToString();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
