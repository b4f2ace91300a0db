using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;

namespace Perf.Analyzers.Rules;

/// <summary>Something that must not be; one type each, in a file of its name.</summary>
/// <param name="descriptor">Its id, severity and text.</param>
internal abstract class Rule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;
}

/// <summary>A rule about one method, whether it is a test or not.</summary>
/// <param name="descriptor">Its id, severity and text.</param>
internal abstract class MethodRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    public abstract void Check(SloMethod method, Action<Diagnostic> report);
}

/// <summary>A rule about the whole compilation, checked when all of it was seen; not while one types.</summary>
/// <param name="descriptor">Its id, severity and text.</param>
internal abstract class CompilationRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    public abstract void Check(SeenCompilation seen, Action<Diagnostic> report);
}
