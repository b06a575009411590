using System.Globalization;
using System.Text.Json;
using Portal.Rules.WorkRequests;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>
/// A draft as the inputs of a form: one field of the item is open and has an input for each of its parts, each other
/// one travels in a hidden input. All of them open at once would be more inputs than a form may carry.
/// </summary>
public static class DraftInputs
{
    public const string Open = "open";
    private const string Key = "key";
    private const string Type = "type";
    private const string LabelJa = "labelJa";
    private const string LabelEn = "labelEn";
    private const string HintJa = "hintJa";
    private const string HintEn = "hintEn";
    private const string Required = "required";
    private const string Longest = "longest";
    private const string DaysAhead = "daysAhead";
    private const string NotBefore = "notBefore";
    private const string MostRows = "mostRows";
    private const string Options = "options";

    /// <summary>The hidden input of a field.</summary>
    public static string Field(int at) => string.Create(CultureInfo.InvariantCulture, $"field-{at}");

    /// <summary>A part of the field that is open.</summary>
    public static string Part(string part) => "at-" + part;

    /// <summary>A part of a column of the field that is open.</summary>
    public static string Column(int at, string part) => string.Create(CultureInfo.InvariantCulture, $"column-{at}-{part}");

    /// <param name="values">Whatever came.</param>
    public static ItemDraft Read(IReadOnlyDictionary<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var fields = Enumerable.Range(0, WorkLimits.Fields).TakeWhile(at => values.ContainsKey(Field(at)))
            .Select(at => Stored(values[Field(at)])).ToList();
        int? open = int.TryParse(values.GetValueOrDefault(Open), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < fields.Count ? place : null;
        if (open is { } at)
        {
            fields[at] = Opened(values, fields[at]);
        }

        string Of(string name) => values.GetValueOrDefault(name) ?? "";
        return new ItemDraft
        {
            TitleJa = Of("titleJa"),
            TitleEn = Of("titleEn"),
            SummaryJa = Of("summaryJa"),
            SummaryEn = Of("summaryEn"),
            CategoryJa = Of("categoryJa"),
            CategoryEn = Of("categoryEn"),
            Points = Of("points"),
            Days = Of("days"),
            TermsJa = Of("termsJa"),
            TermsEn = Of("termsEn"),
            Fields = fields,
            Open = open,
        };
    }

    public static Dictionary<string, string?> Write(ItemDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["titleJa"] = draft.TitleJa,
            ["titleEn"] = draft.TitleEn,
            ["summaryJa"] = draft.SummaryJa,
            ["summaryEn"] = draft.SummaryEn,
            ["categoryJa"] = draft.CategoryJa,
            ["categoryEn"] = draft.CategoryEn,
            ["points"] = draft.Points,
            ["days"] = draft.Days,
            ["termsJa"] = draft.TermsJa,
            ["termsEn"] = draft.TermsEn,
            [Open] = draft.Open?.ToString(CultureInfo.InvariantCulture) ?? "",
        };
        for (var at = 0; at < draft.Fields.Count; at++)
        {
            values[Field(at)] = JsonSerializer.Serialize(draft.Fields[at]);
        }

        return values;
    }

    /// <summary>What was changed on its way to the browser and back is an empty field, which is told as such.</summary>
    private static FieldDraft Stored(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize<FieldDraft>(json ?? "") ?? new FieldDraft();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new FieldDraft();
        }
    }

    /// <summary>Parts that the page did not show stay as they were.</summary>
    private static FieldDraft Opened(IReadOnlyDictionary<string, string?> values, FieldDraft stored)
    {
        var columns = Enumerable.Range(0, WorkLimits.Columns).TakeWhile(at => values.ContainsKey(Column(at, Key)))
            .Select(at => Read(part => values.GetValueOrDefault(Column(at, part)), At(stored.Columns, at))).ToList();
        return Read(part => values.GetValueOrDefault(Part(part)), stored) with { Columns = columns.Count > 0 ? columns : stored.Columns };
    }

    private static FieldDraft At(IReadOnlyList<FieldDraft> columns, int at) => at < columns.Count ? columns[at] : new FieldDraft();

    private static FieldDraft Read(Func<string, string?> typed, FieldDraft stored) => stored with
    {
        Key = typed(Key) ?? stored.Key,
        Type = typed(Type) ?? stored.Type,
        LabelJa = typed(LabelJa) ?? stored.LabelJa,
        LabelEn = typed(LabelEn) ?? stored.LabelEn,
        HintJa = typed(HintJa) ?? stored.HintJa,
        HintEn = typed(HintEn) ?? stored.HintEn,
        IsRequired = typed(Required) is { } word ? word == "true" : stored.IsRequired,
        Longest = typed(Longest) ?? stored.Longest,
        DaysAhead = typed(DaysAhead) ?? stored.DaysAhead,
        NotBefore = typed(NotBefore) ?? stored.NotBefore,
        MostRows = typed(MostRows) ?? stored.MostRows,
        Options = typed(Options) ?? stored.Options,
    };
}
