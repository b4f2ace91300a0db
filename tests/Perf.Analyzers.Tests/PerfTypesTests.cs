using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Perf.Analyzers.Model;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Analyzers.Tests;

/// <summary>What the analyzer knows by name exists, and every promise is known to it.</summary>
[TestFixture]
public sealed class PerfTypesTests
{
    private static IEnumerable<Type> Attributes => typeof(SloAttribute).Assembly.GetExportedTypes()
        .Where(type => type.BaseType == typeof(SloAttribute));

    [Test]
    public void EveryTypeThatTheRulesNameExists()
    {
        PerfTypes types = PerfTypes.Of(CompilationOf.Source(""))!;
        foreach (PropertyInfo property in typeof(PerfTypes).GetProperties())
        {
            property.GetValue(types).ShouldNotBeNull(property.Name);
        }
    }

    [Test]
    public void WithoutPerfThereIsNothingToCheck() => PerfTypes.Of(CSharpCompilation.Create("none")).ShouldBeNull();

    [TestCaseSource(nameof(Attributes))]
    public void EveryPromiseIsReadWithEachOfItsConstructors(Type attribute)
    {
        string name = attribute.Name.Replace("Attribute", "", StringComparison.Ordinal);
        ObjectiveTable.ForAttribute(name).ShouldNotBeEmpty();
        foreach (ConstructorInfo constructor in attribute.GetConstructors())
        {
            string arguments = string.Join(", ", constructor.GetParameters()
                .Select(parameter => parameter.ParameterType == typeof(string) ? "\"app.work\"" : "7"));
            Slo slo = Read($"{name}({arguments})");
            slo.Name.ShouldBe(name);
            bool hasNumber = constructor.GetParameters().Any(parameter => parameter.ParameterType != typeof(string));
            slo.Promises[0].Literal.ShouldBe(hasNumber ? 7 : null);
        }
    }

    [Test]
    public void EveryRowOfTheTableHasItsAttribute() =>
        ObjectiveTable.Kinds.Select(kind => kind.Attribute).Where(name => name.Length > 0).Distinct().Order()
            .ShouldBe(Attributes.Select(type => type.Name.Replace("Attribute", "", StringComparison.Ordinal)).Order());

    private static Slo Read(string attribute)
    {
        Compilation compilation = CompilationOf.Source(
            $"public class C {{ [NUnit.Framework.Test, Perf.{attribute}] public void M() {{ }} }}");
        IMethodSymbol method = compilation.GetTypeByMetadataName("C")!.GetMembers("M").OfType<IMethodSymbol>().Single();
        PerfTypes types = PerfTypes.Of(compilation)!;
        return types.Slos.Read(method.GetAttributes().Single(types.IsSlo), CancellationToken.None).ShouldNotBeNull();
    }
}
