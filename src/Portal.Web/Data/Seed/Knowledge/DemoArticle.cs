namespace Portal.Web.Data.Seed.Knowledge;

/// <summary>An article of the demonstration.</summary>
/// <param name="Slug">Names it in addresses.</param>
/// <param name="Age">Days since it was published.</param>
/// <param name="Views">How often it was read.</param>
internal sealed record DemoArticle(string Slug, int Age, int Views)
{
    public required string TitleJa { get; init; }

    public required string Reading { get; init; }

    public required string TextJa { get; init; }

    public string? TitleEn { get; init; }

    public string? TextEn { get; init; }

    /// <summary>Opened for people of the service alone, not for everybody.</summary>
    public bool IsForService { get; init; }

    /// <summary>Opened for nobody yet.</summary>
    public bool IsHidden { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>In how many days from seeding it is shown first; null for as soon as it was published.</summary>
    public int? From { get; init; }

    /// <summary>In how many days it is shown no more; negative for the past, null for without end.</summary>
    public int? Until { get; init; }

    /// <summary>A table that comes with it: name and lines.</summary>
    public (string Name, string Lines)? File { get; init; }

    /// <summary>It is nothing but the file.</summary>
    public bool IsFile { get; init; }
}
