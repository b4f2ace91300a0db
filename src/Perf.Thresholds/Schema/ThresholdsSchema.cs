using Members = System.Collections.Generic.List<(string Name, object Value)>;

namespace Perf.Thresholds.Schema;

/// <summary>
/// The JSON schema of a thresholds file, by which editors complete and check keys; made from the table that the reader uses.
/// It is never stricter than the reader, which also knows slips of the pen from new metrics.
/// </summary>
public static class ThresholdsSchema
{
    private const string Words = "[a-z0-9]+(_[a-z0-9]+)*";

    // Above 50, as the reader has it; anything else is a metric of its own.
    private const string Percentile = "((5[1-9]|[6-9][0-9])(_[0-9]{1,6})?|50_(?=[0-9]{1,6}_to)0*[1-9][0-9]*)";

    /// <summary>The schema (draft 07), lines ended by LF.</summary>
    public static string Text { get; } = JsonText.Of(Root());

    private static Members Root() =>
    [
        ("$schema", "http://json-schema.org/draft-07/schema#"),
        ("title", "Performance thresholds"),
        ("type", Types("object", "null")),
        ("properties", new Members
        {
            ("policy", Policy()),
            ("environments", Environments()),
            ("tolerance", Reference("tolerance")),
        }),
        ("additionalProperties", Reference("section")),
        ("definitions", new Members { ("section", Section(isTolerance: false)), ("tolerance", Section(isTolerance: true)) }),
    ];

    private static Members Policy() =>
    [
        ("description", "What strict mode makes of tests that could not be judged."),
        ("type", Types("object", "null")),
        ("properties", new Members
        {
            ("inconclusive", Action("When the measurements decided neither way.")),
            ("missing_baseline", Action("When there is no usable baseline.")),
        }),
        ("additionalProperties", false),
    ];

    private static Members Action(string description) =>
    [
        ("description", description),
        ("enum", new object[] { "warn", "fail" }),
    ];

    private static Members Section(bool isTolerance) =>
    [
        ("description", isTolerance ? "What no verdict is claimed about." : "The numbers of the tests that name this section."),
        ("type", Types("object", "null")),
        ("properties", Named(isTolerance)),
        ("patternProperties", Patterns()),
        ("additionalProperties", false),
    ];

    private static Members Named(bool isTolerance) =>
    [
        .. ObjectiveTable.Kinds
            .Where(kind => !kind.IsPattern && (kind.OnlySection is null || isTolerance))
            .Select(kind => (kind.Key, (object)Number(kind))),
    ];

    private static Members Patterns()
    {
        string units = string.Join("|", UnitSuffix.All.Select(unit => unit.Word));
        return
        [
            .. ObjectiveTable.Kinds.Where(kind => kind.IsPattern).Select(kind => (
                "^" + kind.Key.Replace("<metric>", Words).Replace("<percentile>", Percentile).Replace("<unit>", $"({units})") + "$",
                (object)Number(kind))),
        ];
    }

    private static Members Number(ObjectiveKind kind)
    {
        Members number = [("description", kind.Description), ("type", kind.Range.IsWhole ? "integer" : "number")];
        if (!double.IsInfinity(kind.Range.Minimum))
        {
            number.Add((kind.Range.MinimumInclusive ? "minimum" : "exclusiveMinimum", kind.Range.Minimum));
        }

        if (!double.IsInfinity(kind.Range.Maximum))
        {
            number.Add((kind.Range.MaximumInclusive ? "maximum" : "exclusiveMaximum", kind.Range.Maximum));
        }

        return number;
    }

    private static Members Environments() =>
    [
        ("description", "Numbers that count in one environment instead of the file's own."),
        ("type", Types("object", "null")),
        ("additionalProperties", new Members
        {
            ("description", "An environment: the sections to overlay."),
            ("type", Types("object", "null")),
            ("properties", new Members { ("tolerance", Reference("tolerance")) }),
            ("additionalProperties", Reference("section")),
        }),
    ];

    private static Members Reference(string definition) => [("$ref", $"#/definitions/{definition}")];

    private static object[] Types(params object[] types) => types;
}
