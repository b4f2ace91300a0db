using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework;
using Perf.Execution;
using Shouldly;

namespace Perf.Tests.Execution;

[TestFixture]
public sealed class SourcePlaceTests
{
    [Test]
    public void ABodyHasTheLineOfItsFirstStatement() =>
        PlaceOf(nameof(Computes)).ShouldEndWith($"SourcePlaceTests.cs:line {Computes(0)}");

    [Test]
    public async Task AnAsyncBodyHasTheLineOfItsFirstStatement() =>
        PlaceOf(nameof(Waits)).ShouldEndWith($"SourcePlaceTests.cs:line {await Waits()}");

    [Test]
    public void AMethodOfAnAssemblyWithoutSymbolsHasNone() =>
        SourcePlace.Of(typeof(string).GetMethod(nameof(string.Clone))!).ShouldBeNull();

    [Test]
    public void ItReadsAsALineOfAStackTrace() =>
        PlaceOf(nameof(Computes)).ShouldStartWith("   at Perf.Tests.Execution.SourcePlaceTests.Computes(Int32 line) in ");

    private static int Computes([CallerLineNumber] int line = 0) => LineOf();

    private static async Task<int> Waits()
    {
        int line = LineOf();
        await Task.Yield();
        return line;
    }

    private static int LineOf([CallerLineNumber] int line = 0) => line;

    private static string PlaceOf(string method) =>
        SourcePlace.Of(typeof(SourcePlaceTests).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!)!;
}
