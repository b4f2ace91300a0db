using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Model;

/// <summary>A method with at least one promise, and what its promises and the file come to.</summary>
internal sealed class SloMethod
{
    private string? _name;

    private SloMethod(
        IMethodSymbol method,
        ImmutableArray<AttributeData> attributes,
        IReadOnlyList<Slo> slos,
        PerfTypes types,
        ThresholdsInCompilation thresholds)
    {
        Method = method;
        Attributes = attributes;
        Slos = slos;
        Types = types;
        Thresholds = thresholds;
        Section = SectionOfTest.Of(method, types);
        Terms = [.. slos.SelectMany(slo => slo.Promises.Select(promise => Term.Of(slo, promise, Section, thresholds)))];
    }

    public IMethodSymbol Method { get; }

    /// <summary>The name of its tests, without arguments.</summary>
    public string Name => _name ??= TestName.Of(Method);

    /// <summary>All its attributes, in the order of the source.</summary>
    public ImmutableArray<AttributeData> Attributes { get; }

    public IReadOnlyList<Slo> Slos { get; }

    public PerfTypes Types { get; }

    public ThresholdsInCompilation Thresholds { get; }

    public SectionOfTest Section { get; }

    /// <summary>Each promise held against the file.</summary>
    public IReadOnlyList<Term> Terms { get; }

    public bool IsTest => Attributes.Any(Types.MakesATest);

    /// <summary>Where its name stands.</summary>
    public Location Location => Method.Locations[0];

    /// <summary>The method; null when nothing is promised about it.</summary>
    public static SloMethod? Read(
        IMethodSymbol method, PerfTypes types, ThresholdsInCompilation thresholds, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        List<Slo>? slos = null;
        foreach (AttributeData attribute in attributes)
        {
            if (types.IsSlo(attribute) && types.Slos.Read(attribute, cancellation) is { } slo)
            {
                (slos ??= []).Add(slo);
            }
        }

        return slos is null ? null : new SloMethod(method, attributes, slos, types, thresholds);
    }

    /// <summary>The place of an attribute; that of the method's name where it has none.</summary>
    public Location LocationOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location;
}
