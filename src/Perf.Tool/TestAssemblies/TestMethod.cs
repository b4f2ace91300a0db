namespace Perf.Tool.TestAssemblies;

/// <summary>A method of a class of tests, as the build has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Section">The section of thresholds.yaml that its promises belong to; null without one.</param>
/// <param name="Promises">What it promises against a baseline.</param>
/// <param name="MayHaveOtherName">Whether its tests may have names of their own.</param>
internal sealed record TestMethod(string Name, string? Section, IReadOnlyList<RegressionPromise> Promises, bool MayHaveOtherName);

/// <summary>A <c>[MaxRegression]</c>.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Percent">Its number; null for that of thresholds.yaml.</param>
internal sealed record RegressionPromise(string Metric, double? Percent);

/// <summary>A class as the build has it, with what it inherits within its assembly.</summary>
/// <param name="Name">Its name as tests have it: <c>Namespace.Outer+Inner</c>.</param>
/// <param name="Methods">Its methods.</param>
/// <param name="MayHaveOtherName">Whether its tests may begin with another name.</param>
/// <param name="InheritsFromElsewhere">Whether a base class is in another assembly, whose methods are not known.</param>
internal sealed record TestClass(string Name, IReadOnlyList<TestMethod> Methods, bool MayHaveOtherName, bool InheritsFromElsewhere)
{
    /// <summary>Its namespace, and the classes that it lies in.</summary>
    public string Surroundings => Name.LastIndexOfAny(['.', '+']) is > 0 and var dot ? Name[..dot] : "";
}
