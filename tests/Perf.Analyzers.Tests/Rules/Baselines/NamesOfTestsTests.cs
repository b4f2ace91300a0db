using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;
using Shouldly;

namespace Perf.Analyzers.Tests.Rules.Baselines;

/// <summary>NUnit itself names the tests of many fixtures; the compiler must know each of them again in a baseline.</summary>
[TestFixture]
public sealed class NamesOfTestsTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using NUnit.Framework;
        using Perf;

        [TestFixture] public class Global { [Test, MaxRegression] public void Adds() { } }

        namespace Shop.Tests
        {
            public class Plain { [Test, MaxRegression] public void Adds() { } [Theory, MaxRegression] public void Holds(bool b) { } }

            [TestFixture(3.5), TestFixture("a.b(\"c\")"), TestFixture(null)]
            public class WithArguments(object? value) { [Test, MaxRegression] public void Adds() => _ = value; }

            [TestFixture(1, TestName = "Small"), TestFixture(2, TestName = "a.b")]
            public class Named(int n) { public int N => n; [Test, MaxRegression] public void Adds() { } }

            [TestFixtureSource(nameof(Fixtures))]
            public class FromSource(int n)
            {
                public static IEnumerable<object> Fixtures => [new TestFixtureData(1).SetArgDisplayNames("one"), new TestFixtureData(2) { TestName = "Two" }];
                [Test, MaxRegression] public void Adds() => _ = n;
            }

            [TestFixture(typeof(int)), TestFixture(typeof(List<string>))]
            public class Generic<T> { [Test, MaxRegression] public void Adds() { } }

            public class Outer
            {
                [TestFixture(typeof(int), typeof(Outer))]
                public class Inner<T, U> { [Test, MaxRegression] public void Adds() { } }
            }

            public abstract class Base { [Test, MaxRegression] public void Adds() { } [Test, MaxRegression] public virtual void Packs() { } }
            public class Derived : Base { public override void Packs() { } }
            public abstract class GenericBase<T> { [TestCase(1), MaxRegression] public void Adds(T value) { } }
            public class DerivedOfGeneric : GenericBase<int> { }

            public class Cases
            {
                [TestCase(1), TestCase("a.b"), TestCase("quote \" ) ("), TestCase('\''), TestCase('"'), TestCase(null), TestCase(DayOfWeek.Friday)]
                [TestCase("back\\slash\\"), TestCase("line\nend"), TestCase(typeof(List<int>)), TestCase(1e300), TestCase(-0.0), TestCase("<"), TestCase(">")]
                [MaxRegression] public void Takes(object? value) { }

                [TestCase(1, 2f, 3L), TestCase(1, 2.5f, 4L), MaxRegression] public void Numbers<T>(int a, float b, T c) { }
                [TestCase(1, ExpectedResult = 2), MaxRegression] public int Returns(int a) => a + 1;
                [TestCase(1, TestName = "Has a name.of its(own)"), MaxRegression] public void NamedByAttribute(int a) { }
                [TestCase(1, TestName = "{m}[{a}]"), MaxRegression] public void NamedByPattern(int a) { }
                [Test, MaxRegression] public void Values([Values(1, 2)] int a, [Values("x", "y.z")] string b, [Range(1, 2)] int c) { }
                [TestCaseSource(nameof(Source)), MaxRegression] public void FromSource(int[] a) { }
                public static IEnumerable<TestCaseData> Source => [new TestCaseData(new[] { 1 }), new TestCaseData(new[] { 2 }).SetName("Two"), new TestCaseData(new[] { 3 }).SetArgDisplayNames("three")];
            }
        }
        """;

    private static readonly CSharpCompilation Compiled = CompilationOf.Source(Source);

    [Test]
    public async Task ABaselineOfEveryTestHasNothingMissingAndNothingLeftOver()
    {
        string[] names = [.. Names()];
        names.Length.ShouldBeGreaterThan(40);
        TestContext.Out.WriteLine(string.Join('\n', names));

        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(Compiled, Thresholds, BaselineOf(names));
        found.Where(one => one.Id is "PERF1101" or "PERF1102").ShouldBeEmpty();
    }

    [Test]
    public async Task WithoutABaselineEveryTestWithAKnownNameIsTold()
    {
        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(Compiled, Thresholds);
        found.Count(one => one.Id == "PERF1101").ShouldBeGreaterThan(8);
    }

    private static AdditionalText Thresholds => CompilationOf.Thresholds("a:\n  time_regression_threshold_pct: 10\n");

    private static AdditionalText BaselineOf(IEnumerable<string> names) => CompilationOf.AdditionalFile(
        "/repo/baselines/cpu.json",
        JsonSerializer.Serialize(new { series = names.Select(test => new { test, metric = "time" }) }));

    private static IEnumerable<string> Names()
    {
        using MemoryStream stream = new();
        Compiled.Emit(stream).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        stream.Position = 0;

        // A context of its own: other tests load assemblies of the same name.
        Assembly assembly = new AssemblyLoadContext("names of tests").LoadFromStream(stream);
        DefaultSuiteBuilder builder = new();
        return assembly.GetTypes().Where(type => builder.CanBuildFrom(new TypeWrapper(type)))
            .SelectMany(type => Leaves(builder.BuildFrom(new TypeWrapper(type))));
    }

    private static IEnumerable<string> Leaves(ITest test) =>
        test.IsSuite ? test.Tests.SelectMany(Leaves) : [test.FullName];
}
