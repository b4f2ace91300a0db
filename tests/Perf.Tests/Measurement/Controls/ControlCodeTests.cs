using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using Perf.Measurement.Controls;
using Perf.Tests.Architecture;
using Shouldly;

namespace Perf.Tests.Measurement.Controls;

/// <summary>The code of a control is compiled once and for all, and stays what it was.</summary>
[TestFixture]
public sealed class ControlCodeTests
{
    // Instructions or nothing to the compiler, whatever stands there in the intermediate language.
    private static readonly Type[] Intrinsic = [typeof(Vector<>), typeof(Unsafe), typeof(GC)];

    private static readonly Type[] Controls = [typeof(Mixed), typeof(Gemm), typeof(Perf.Measurement.Controls.Stream), typeof(Sentinel)];

    private static IEnumerable<MethodInfo> Work => Controls.SelectMany(control => control
        .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName));

    [Test]
    public void EveryControlHasItsRules() =>
        BuiltInControls.All().Select(control => control.GetType()).Append(typeof(Sentinel)).ShouldBe(Controls, ignoreOrder: true);

    [TestCaseSource(nameof(Work))]
    public void WhatWorksIsCompiledOnceAndInOnePiece(MethodInfo method)
    {
        const MethodImplAttributes Wanted = MethodImplAttributes.AggressiveOptimization | MethodImplAttributes.NoInlining;

        (method.GetMethodImplementationFlags() & Wanted).ShouldBe(Wanted, $"{method.DeclaringType!.Name}.{method.Name} is compiled in tiers");
    }

    [Test]
    public void TheCallsOfAMethodAreSeen() => CalledMethods.Of(typeof(Mixed).GetMethod(nameof(Mixed.Run))!).Select(called => called.Name)
        .ShouldBe(["Format", "Count", "get_Times", "get_Hash", "get_Text", "Sort", "set_Checksum"]);

    [TestCaseSource(nameof(Work))]
    public void WhatWorksCallsNothingThatIsCompiledInTiers(MethodInfo method)
    {
        foreach (MethodBase called in CalledMethods.Of(method))
        {
            string both = $"{method.DeclaringType!.Name}.{method.Name} calls {called.DeclaringType!.Name}.{called.Name}";
            if (called.Module == method.Module)
            {
                // Accessors and constructors without a body of their own become part of the caller.
                (Work.Contains(called) || called.IsSpecialName).ShouldBeTrue($"{both}, which is compiled in tiers");
            }
            else
            {
                Intrinsic.ShouldContain(Definition(called.DeclaringType), $"{both}: the class library is compiled in tiers, and changes");
            }
        }
    }

    // A sum does not see everything: work that is done in another order, or twice, may come to the same.
    [TestCase(nameof(Mixed), 1, "386cd801b4a9")]
    [TestCase(nameof(Gemm), 1, "533abfce796f")]
    [TestCase("Stream", 1, "c02202d2a78a")]
    [TestCase(nameof(Sentinel), 1, "e49e58c3dfc9")]
    [TestCase("AlignedBlock", 1, "235b526d2687")]
    public void TheCodeIsWhatItsVersionWas(string name, int version, string expected)
    {
        string path = Path.Combine(Repository.Root, "src", "Perf", "Measurement", "Controls", $"{name}.cs");
        IEnumerable<string> code = File.ReadLines(path).Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
        string actual = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', code))))[..12];

        actual.ShouldBe(
            expected,
            $"the code of {name} is not what it was in version {version}: if the work is another now, or takes another time, raise the Version of the "
            + "control, which voids every baseline that was recorded beside it; then say here what the code is");
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
