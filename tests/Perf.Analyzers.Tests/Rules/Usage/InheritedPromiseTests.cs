using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Shouldly;

namespace Perf.Analyzers.Tests.Rules.Usage;

/// <summary>Promises that a test has from a method or a fixture above it, as NUnit hands them down.</summary>
[TestFixture]
public sealed class InheritedPromiseTests
{
    private const string File = "a:\n  max_time_seconds: 5\nb:\n  max_time_seconds: 7\n";

    [TestCase("public abstract class Base { [MaxDuration(5)] public abstract void Adds(); }")]
    [TestCase("public class Base { [MaxDuration(5)] public virtual void Adds() { } }")]
    public Task AMethodThatAnOverrideMakesATestIsLeftAlone(string source) => Verify.Source(
        "PERF1001", source + " public class CartTests : Base { [Test] public override void Adds() { } }");

    [Test]
    public Task AnOverrideOfATestIsOne() => Verify.Source(
        "PERF1001",
        """
        public class Base { [Test] public virtual void Adds() { } }
        public class CartTests : Base { [MaxDuration(5)] public override void Adds() { } }
        """);

    [Test]
    public Task AnOverrideOfWhatIsNoTestIsReported() => Verify.Source(
        "PERF1001",
        """
        public class Base { public virtual void Adds() { } }
        public sealed class CartTests : Base { [{|PERF1001:MaxDuration(5)|}] public override void Adds() { } }
        """);

    [Test]
    public Task APromiseOfAPartialMethodIsReportedOnce() => Verify.Source(
        "PERF1001",
        """
        public partial class CartTests { [{|PERF1001:MaxDuration(5)|}] public partial void Adds(); }
        public partial class CartTests { public partial void Adds() { } }
        """);

    [Test]
    public Task APartialMethodIsATestByEitherPart() => Verify.Source(
        "PERF1001",
        """
        public partial class CartTests { [Test] public partial void Adds(); }
        public partial class CartTests { [MaxDuration(5)] public partial void Adds() { } }
        """);

    [Test]
    public Task ASectionOverAnInheritedPromiseIsLeftAlone() => Verify.Source(
        "PERF1016",
        """
        public class Base { [Test, MaxDuration(5)] public virtual void Adds() { } }
        public class CartTests : Base { [Test, Section("a")] public override void Adds() { } }
        public class TillTests : Base { [Test, {|PERF1016:Section("a")|}] public void Counts() { } }
        [{|PERF1016:Section("b")|}] public class Outer { public class Inner { [Test, MaxDuration(5)] public void Adds() { } } }
        """);

    [Test]
    public Task ASectionOfADerivedFixtureReadsItsKeys() => Verify.Source(
        "PERF2009",
        """
        [Section("a")] public class Base { [Test, MaxDuration] public void Adds() { } }
        [Section("b")] public class CartTests : Base { }
        """,
        File);

    [Test]
    public Task AKeyThatOnlyAnotherFixtureCouldReadIsReported() => Verify.Source(
        "PERF2009",
        """
        [Section("a")] public class CartTests { [Test, MaxDuration] public void Adds() { } }
        [Section("b")] public class TillTests { [Test, MaxDuration(5)] public void Adds() { } }
        """,
        "a:\n  max_time_seconds: 5\n  max_load_ms: {|PERF2009:3|}\nb:\n  max_time_seconds: 7\n");

    [TestCase("PERF1004")]
    [TestCase("PERF1007")]
    [TestCase("PERF1008")]
    [TestCase("PERF1009")]
    public Task ANumberThatTakesEffectInADerivedFixtureIsLeftAlone(string id) => Verify.Source(
        id,
        """
        [Section("a")] public class Base<T> { [Test, MaxDuration(6)] public void Adds() { } [Test, MaxDuration(5)] public void Packs() { } }
        public class Between : Base<int> { }
        [Section("b")] public class CartTests : Between { }
        """,
        File);

    [Test]
    public Task ABodyOfTwoPartsThatNobodyWaitsForIsReportedOnce() => Verify.Source(
        "PERF1017",
        """
        public partial class CartTests { [Test, MaxDuration(5)] public partial void {|PERF1017:Adds|}(); }
        public partial class CartTests { public async partial void Adds() => await Task.Yield(); }
        """);

    [Test]
    public async Task ASectionOverPromisesOfAnotherAssemblyIsLeftAlone()
    {
        using MemoryStream library = new();
        CompilationOf.Source(
                "using NUnit.Framework; using Perf; public class Contract { [Test, MaxDuration(5)] public void Adds() { } }")
            .WithAssemblyName("Library").Emit(library).Success.ShouldBeTrue();
        CSharpCompilation compilation = CompilationOf.Sources(
            [
                ("Test0.cs", "using Perf; [assembly: Section(\"a\")] [Section(\"b\")] public class CartTests : Contract { }"),
                ("Test1.cs", "[Perf.Section(\"c\")] public class TillTests { }"),
            ],
            MetadataReference.CreateFromImage(library.ToArray()));

        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(compilation);

        Diagnostic left = found.Where(one => one.Id == "PERF1016").ShouldHaveSingleItem();
        left.Location.SourceTree!.FilePath.ShouldBe("Test1.cs");
    }

    [TestCase("PERF1007")]
    [TestCase("PERF1004")]
    [TestCase("PERF1008")]
    public Task OnlyTheRunKnowsTheSectionOfAnAbstractFixture(string id) => Verify.Source(
        id,
        """
        [Section("a")] public abstract class Base { [Test, MaxDuration(6)] public void Adds() { } [Test, MinThroughput] public void X() { } }
        public abstract class Other { [Test, MaxDuration] public void Adds() { } }
        """,
        File);

    [TestCase("PERF1007")]
    [TestCase("PERF1005")]
    public Task AMethodsOwnSectionGoesBeforeThatOfItsFixture(string id) => Verify.Source(
        id,
        """
        [assembly: Section("a")]
        [Section("b")] public class CartTests { [Test, Section("a"), MaxDuration] public void Adds() { } [Test, MaxDuration] public void Packs() { } }
        """,
        File);
}
