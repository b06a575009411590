using System.Globalization;
using Portal.Rules.Announcements;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.RichTexts;

namespace Portal.Web.Domain.Announcements;

/// <summary>What the staff says in and about an announcement.</summary>
/// <param name="TitleEn">Empty where there is no English version; then so is the text.</param>
public sealed record AnnouncementContent(AnnouncementLevel Level, string TitleJa, string TextJa, string TitleEn, string TextEn)
{
    public AnnouncementAudience Audience { get; init; }

    /// <summary>Null unless the audience is that of a service.</summary>
    public string? Service { get; init; }

    /// <summary>Null unless the audience is that of a contract.</summary>
    public Guid? ContractId { get; init; }

    /// <summary>That contract's number, for the log.</summary>
    public string ContractNumber { get; init; } = "";

    /// <summary>An article that says more; null for none.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>Its title, for pages of the staff and the log.</summary>
    public string ArticleTitle { get; init; } = "";

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public bool HasBanner { get; init; }

    public bool IsOnSignIn { get; init; }

    public bool IsPublished { get; init; }

    /// <param name="row">With its contract, and the versions of its article.</param>
    public static AnnouncementContent Of(Announcement row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new AnnouncementContent(row.Level, row.TitleJa, row.SourceJa, row.TitleEn ?? "", row.SourceEn ?? "")
        {
            Audience = row.Audience,
            Service = row.Service,
            ContractId = row.ContractId,
            ContractNumber = row.Contract?.Number ?? "",
            ArticleId = row.ArticleId,
            ArticleTitle = row.Article?.Title ?? "",
            From = row.ShownFrom,
            Until = row.ShownUntil,
            HasBanner = row.HasBanner,
            IsOnSignIn = row.IsOnSignIn,
            IsPublished = row.IsPublished,
        };
    }

    /// <summary>Renders the texts, once.</summary>
    internal void ApplyTo(Announcement row)
    {
        (row.Level, row.TitleJa, row.SourceJa, row.HtmlJa) = (Level, TitleJa, TextJa, RichText.ToHtml(TextJa));
        var hasEnglish = TitleEn.Length > 0;
        (row.TitleEn, row.SourceEn, row.HtmlEn) = hasEnglish ? (TitleEn, TextEn, RichText.ToHtml(TextEn)) : (null, null, null);
        (row.Audience, row.Service, row.ContractId, row.ArticleId) = (Audience, Service, ContractId, ArticleId);
        (row.ShownFrom, row.ShownUntil, row.HasBanner) = (From, Until, HasBanner);
        (row.IsOnSignIn, row.IsPublished) = (IsOnSignIn, IsPublished);
    }

    /// <summary>What the log says of it: the texts are long, and named where they changed.</summary>
    internal IEnumerable<(string Name, string Value)> Facts =>
    [
        ("state", IsPublished ? "Published" : "Draft"),
        ("level", "Level" + Level),
        ("announcementTitle", TitleJa),
        ("announcementTitleEn", TitleEn),
        ("audience", "Audience" + Audience),
        ("ofService", Service ?? ""),
        ("ofContract", ContractNumber),
        ("relatedArticle", ArticleTitle),
        ("shownFrom", Moment(From)),
        ("shownUntil", Until is { } until ? Moment(until) : ""),
        ("banner", HasBanner ? "True" : "False"),
        ("signIn", IsOnSignIn ? "True" : "False"),
    ];

    private static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
}
