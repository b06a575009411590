namespace Portal.Rules.WorkRequests;

/// <summary>
/// A field of an item, or a column of a table, while somebody writes it: all is what was typed, and may be wrong. Parts
/// that do not go with the type are kept, so that choosing another type and back loses nothing.
/// </summary>
public sealed record FieldDraft
{
    /// <summary>Empty for a new one: it gets a key when it is understood.</summary>
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>A word of <see cref="DefinitionReader.TypeWords"/>.</summary>
    public string Type { get; init => field = value ?? ""; } = DefinitionReader.TextWord;

    /// <summary>What people read beside it, in Japanese.</summary>
    public string LabelJa { get; init => field = value ?? ""; } = "";

    /// <summary>What people read beside it, in English.</summary>
    public string LabelEn { get; init => field = value ?? ""; } = "";

    /// <summary>What helps to fill it in, in Japanese; a column has none.</summary>
    public string HintJa { get; init => field = value ?? ""; } = "";

    /// <summary>What helps to fill it in, in English; a column has none.</summary>
    public string HintEn { get; init => field = value ?? ""; } = "";

    /// <summary>It cannot be left empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Of a text.</summary>
    public string Longest { get; init => field = value ?? ""; } = "";

    /// <summary>Of a date.</summary>
    public string DaysAhead { get; init => field = value ?? ""; } = "";

    /// <summary>Of a date: the key of another.</summary>
    public string NotBefore { get; init => field = value ?? ""; } = "";

    /// <summary>Of a table.</summary>
    public string MostRows { get; init => field = value ?? ""; } = "";

    /// <summary>Of a choice, as <see cref="OptionLines"/> reads them.</summary>
    public string Options { get; init => field = value ?? ""; } = "";

    /// <summary>Of a table.</summary>
    public IReadOnlyList<FieldDraft> Columns { get; init => field = [.. (value ?? []).OfType<FieldDraft>()]; } = [];

    /// <summary>A field as it is stored.</summary>
    /// <param name="of">The field.</param>
    public static FieldDraft Of(WorkField of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return new FieldDraft
        {
            Key = of.Key,
            Type = DefinitionReader.WordOf(of.Type),
            LabelJa = of.Label.Ja,
            LabelEn = of.Label.En,
            HintJa = of.Hint?.Ja ?? "",
            HintEn = of.Hint?.En ?? "",
            IsRequired = of.Required,
            Longest = of.Longest == DefinitionReader.LongestOf(of.Type) ? "" : NumberText.Of(of.Longest),
            DaysAhead = of.DaysAhead is { } days ? NumberText.Of(days) : "",
            NotBefore = of.NotBefore ?? "",
            MostRows = of.Type == WorkFieldType.Table && of.MostRows != WorkLimits.Rows ? NumberText.Of(of.MostRows) : "",
            Options = OptionLines.Write(of.Options),
            Columns = [.. of.Columns.Select(Of)],
        };
    }
}
