using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Finds the smallest changes of attributes.</summary>
internal static class AttributeChanges
{
    /// <summary>Puts another text in the place of a string that stands as a literal; nothing where none is it.</summary>
    public static IReadOnlyList<TextChange> ReplaceString(AttributeSyntax attribute, string from, string to)
    {
        LiteralExpressionSyntax? literal = attribute.ArgumentList?.Arguments
            .Select(argument => argument.Expression)
            .OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(one => one.IsKind(SyntaxKind.StringLiteralExpression) && one.Token.ValueText == from);
        return literal is null ? [] : [new TextChange(literal.Span, SymbolDisplay.FormatLiteral(to, quote: true))];
    }

    /// <summary>The string of the named argument <c>Key</c>; null where it is no literal.</summary>
    public static string? KeyOf(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => Named(argument) == "Key")?.Expression
            is LiteralExpressionSyntax literal ? literal.Token.ValueText : null;

    /// <summary>Writes another number in the place of the limit, or of the property that is named.</summary>
    public static IReadOnlyList<TextChange> ReplaceNumber(AttributeSyntax attribute, string? property, string number) =>
        NumberOf(attribute, property) is { } argument ? [new TextChange(argument.Expression.Span, number)] : [];

    /// <summary>Removes the limit, or the property that is named.</summary>
    public static IReadOnlyList<TextChange> RemoveNumber(AttributeSyntax attribute, string? property)
    {
        if (NumberOf(attribute, property) is not { } argument)
        {
            return [];
        }

        SeparatedSyntaxList<AttributeArgumentSyntax> all = attribute.ArgumentList!.Arguments;
        int index = all.IndexOf(argument);
        TextSpan span = all.Count == 1 ? attribute.ArgumentList.Span
            : index > 0 ? TextSpan.FromBounds(all[index - 1].Span.End, argument.Span.End)
            : TextSpan.FromBounds(argument.Span.Start, all[1].Span.Start);
        return [new TextChange(span, "")];
    }

    /// <summary>Removes an attribute, with its brackets and its line where nothing else stands there.</summary>
    public static IReadOnlyList<TextChange> Remove(AttributeSyntax attribute, SourceText text)
    {
        AttributeListSyntax list = (AttributeListSyntax)attribute.Parent!;
        int index = list.Attributes.IndexOf(attribute);
        if (list.Attributes.Count > 1)
        {
            return [new TextChange(
                index > 0
                    ? TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End)
                    : TextSpan.FromBounds(attribute.Span.Start, list.Attributes[1].Span.Start),
                "")];
        }

        TextLine line = text.Lines.GetLineFromPosition(list.Span.Start);
        bool isAlone = line.Span.Contains(list.Span)
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, list.Span.Start)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(list.Span.End, line.End)));
        int next = list.GetLastToken().GetNextToken().SpanStart;
        return [new TextChange(isAlone ? line.SpanIncludingLineBreak : TextSpan.FromBounds(list.Span.Start, next), "")];
    }

    /// <summary>Adds an attribute behind the last one of a declaration, so that two findings ask for the same.</summary>
    public static IReadOnlyList<TextChange> Add(AttributeSyntax beside, string attribute)
    {
        SyntaxList<AttributeListSyntax> lists = ((MemberDeclarationSyntax)beside.Parent!.Parent!).AttributeLists;
        AttributeSyntax last = lists.Last().Attributes.Last();
        return [new TextChange(new TextSpan(last.Span.End, 0), $", {attribute}")];
    }

    // The limit is the last argument of the constructor; an instrument may stand before it.
    private static AttributeArgumentSyntax? NumberOf(AttributeSyntax attribute, string? property) =>
        attribute.ArgumentList?.Arguments.LastOrDefault(argument => property is null
            ? argument.NameEquals is null && argument.NameColon?.Name.Identifier.ValueText != "instrument"
            : Named(argument) == property);

    private static string? Named(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
