using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Perf.Analyzers.Rules;
using Shouldly;

namespace Perf.Analyzers.Tests;

/// <summary>Rules, pages, the index in the README and the release notes agree.</summary>
[TestFixture]
public sealed partial class RuleDocumentationTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    private static IEnumerable<string> Ids => RuleBook.All.Select(rule => rule.Descriptor.Id);

    [Test]
    public void AnIdIsOfOneRule() => Ids.ShouldBeUnique();

    [TestCaseSource(nameof(Ids))]
    public void APageHasTheSkeletonAndAgreesWithItsRule(string id)
    {
        Rule rule = RuleBook.All.Single(rule => rule.Descriptor.Id == id);
        DiagnosticDescriptor descriptor = rule.Descriptor;
        string page = File.ReadAllText(Path.Combine(Root, "analyzers", "docs", $"{id}.md"));
        page.ShouldStartWith($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n");
        page.ShouldContain($"| {id} | {rule.GetType().Name} | {descriptor.Category} | {descriptor.DefaultSeverity} |");
        Headings().Matches(page).Select(heading => heading.Groups[1].Value).ShouldBe(["Cause", "Why", "Fix", "Suppress"]);
        page.ShouldContain($"dotnet_diagnostic.{id}.severity");
        descriptor.HelpLinkUri.ShouldStartWith("https://");
        descriptor.HelpLinkUri.ShouldEndWith($"/analyzers/docs/{id}.md");
    }

    [Test]
    public void EveryPageIsOfARule() =>
        Directory.EnumerateFiles(Path.Combine(Root, "analyzers", "docs"), "*.md")
            .Select(page => Path.GetFileNameWithoutExtension(page)!)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Ids.Order(StringComparer.Ordinal));

    [Test]
    public void TheReadmeListsEveryRule() =>
        File.ReadLines(Path.Combine(Root, "README.md"))
            .Where(line => line.StartsWith("| [PERF", StringComparison.Ordinal))
            .ShouldBe(RuleBook.All.Select(rule => rule.Descriptor).OrderBy(rule => rule.Id, StringComparer.Ordinal)
                .Select(rule => $"| [{rule.Id}](analyzers/docs/{rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title.ToString(CultureInfo.InvariantCulture)} |"));

    [Test]
    public void TheReleaseNotesListEveryRule() =>
        new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => File.ReadLines(Path.Combine(Root, "analyzers", "Perf.Analyzers", $"AnalyzerReleases.{kind}.md")))
            .Where(line => line.StartsWith("PERF", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(RuleBook.All.OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal).Select(rule =>
                $"{rule.Descriptor.Id} | {rule.Descriptor.Category} | {rule.Descriptor.DefaultSeverity} | {rule.GetType().Name}, [Documentation](../docs/{rule.Descriptor.Id}.md)"));

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
