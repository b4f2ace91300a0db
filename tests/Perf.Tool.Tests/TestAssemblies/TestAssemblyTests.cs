using NUnit.Framework;
using Perf.Tool.TestAssemblies;
using Shouldly;

namespace Perf.Tool.Tests.TestAssemblies;

[TestFixture]
public sealed class TestAssemblyTests
{
    private const string Here = "Perf.Tool.Tests.TestAssemblies";

    private static readonly TestAssembly Assembly = TestAssembly.Read(typeof(TestAssemblyTests).Assembly.Location);

    [TestCase($"{Here}.TestAssemblyTests.ATestOfTheBuildIsThere(\"{Here}.x\")")]
    [TestCase($"{Here}.TestAssemblyTests+Nested.Works")]
    [TestCase($"{Here}.Generic<Int32>.Works(1)")]
    [TestCase($"{Here}.Generic<String>(\"a.b(c\").Works(1)")]
    [TestCase($"{Here}.Derived.Inherits")]
    [TestCase($"{Here}.OfGeneric.Works(2)")]
    [TestCase($"{Here}.CasesWithNames.AnythingAtAll")]
    public void ATestOfTheBuildIsThere(string test) => Assembly.MayHave(test).ShouldBeTrue();

    [TestCase($"{Here}.TestAssemblyTests.Gone")]
    [TestCase($"{Here}.TestAssemblyTests+Nested.Gone")]
    [TestCase($"{Here}.Gone.Works")]
    [TestCase($"{Here}.Derived.Gone")]
    [TestCase($"{Here}.Generic<Int32>.Gone(1)")]
    public void ATestThatWasRemovedIsNot(string test)
    {
        Assembly.MayHave(test).ShouldBeFalse();
        Assembly.HasNamespaceOf(test).ShouldBeTrue();
    }

    [Test]
    public void ANamespaceOfAnotherProjectIsKnownAsSuch() => Assembly.HasNamespaceOf("Another.Project.Tests.Works").ShouldBeFalse();

    [Test]
    public void WhatIsNoAssemblyIsAMistake() =>
        Should.Throw<ToolException>(() => TestAssembly.Read(Path.Combine(AppContext.BaseDirectory, "Perf.Tool.Tests.deps.json"))).Message.ShouldContain("is no .NET assembly");

    private sealed class Nested
    {
        public void Works()
        {
        }
    }
}

internal class Generic<T>
{
    public void Works(T value) => _ = value;
}

internal sealed class OfGeneric : Generic<int>;

internal abstract class Base
{
    public void Inherits()
    {
    }
}

internal sealed class Derived : Base;

internal sealed class CasesWithNames
{
    [TestCase(1, TestName = "AnythingAtAll")]
    public void Works(int value) => _ = value;
}
