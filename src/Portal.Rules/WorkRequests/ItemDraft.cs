namespace Portal.Rules.WorkRequests;

/// <summary>
/// What an item says, while somebody writes it in a form: what was typed, right or wrong. It becomes a definition by
/// being written as one, so that form and JSON have one rule (ADMIN-6).
/// </summary>
public sealed record ItemDraft
{
    /// <summary>Its name, in Japanese.</summary>
    public string TitleJa { get; init; } = "";

    /// <summary>Its name, in English.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>One sentence, in Japanese.</summary>
    public string SummaryJa { get; init; } = "";

    /// <summary>One sentence, in English.</summary>
    public string SummaryEn { get; init; } = "";

    /// <summary>Its heading, in Japanese.</summary>
    public string CategoryJa { get; init; } = "";

    /// <summary>Its heading, in English.</summary>
    public string CategoryEn { get; init; } = "";

    /// <summary>What it costs.</summary>
    public string Points { get; init; } = "";

    /// <summary>How many working days it takes; empty where nobody says.</summary>
    public string Days { get; init; } = "";

    /// <summary>What is agreed to, in Japanese; empty for nothing.</summary>
    public string TermsJa { get; init; } = "";

    /// <summary>What is agreed to, in English; empty for nothing.</summary>
    public string TermsEn { get; init; } = "";

    /// <summary>The form, in its order.</summary>
    public IReadOnlyList<FieldDraft> Fields { get; init; } = [];

    /// <summary>Which field is being written, from 0; null for none.</summary>
    public int? Open { get; init; }

    /// <summary>What a new item begins with.</summary>
    public static ItemDraft New => new() { Points = "10", Fields = [new FieldDraft()], Open = 0 };

    /// <summary>An item as it is stored.</summary>
    /// <param name="of">What it says.</param>
    public static ItemDraft Of(WorkDefinition of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return new ItemDraft
        {
            TitleJa = of.Title.Ja,
            TitleEn = of.Title.En,
            SummaryJa = of.Summary.Ja,
            SummaryEn = of.Summary.En,
            CategoryJa = of.Category.Ja,
            CategoryEn = of.Category.En,
            Points = NumberText.Of(of.Points),
            Days = of.Days is { } days ? NumberText.Of(days) : "",
            TermsJa = of.Terms?.Ja ?? "",
            TermsEn = of.Terms?.En ?? "",
            Fields = [.. of.Fields.Select(FieldDraft.Of)],
        };
    }
}
