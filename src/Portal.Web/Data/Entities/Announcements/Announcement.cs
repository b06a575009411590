using Portal.Rules.Announcements;

namespace Portal.Web.Data.Entities;

/// <summary>
/// A notice of the provider to its customers (NEWS-1), in Japanese and, where there is one, in English. Its text is
/// rendered when it is saved.
/// </summary>
public sealed class Announcement : ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public AnnouncementLevel Level { get; set; }

    public required string TitleJa { get; set; }

    public required string SourceJa { get; set; }

    public required string HtmlJa { get; set; }

    /// <summary>Null where there is no English version; then so are text and markup.</summary>
    public string? TitleEn { get; set; }

    public string? SourceEn { get; set; }

    public string? HtmlEn { get; set; }

    public AnnouncementAudience Audience { get; set; }

    /// <summary>Whose customers it is for, where the audience is that of a service.</summary>
    public string? Service { get; set; }

    /// <summary>Where the audience is that of one contract.</summary>
    public Guid? ContractId { get; set; }

    public Contract? Contract { get; set; }

    /// <summary>That says more; a reader is shown it only where articles show it too (AZ-17). Null for none.</summary>
    public Guid? ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>The staff has let go of it; otherwise it is a draft.</summary>
    public bool IsPublished { get; set; }

    public DateTimeOffset ShownFrom { get; set; }

    /// <summary>Null for without end.</summary>
    public DateTimeOffset? ShownUntil { get; set; }

    /// <summary>It stands above every page until its reader closes it (HOME-1).</summary>
    public bool HasBanner { get; set; }

    /// <summary>Rises when staff show the banner again to those who closed it.</summary>
    public int BannerEdition { get; set; } = 1;

    /// <summary>It stands on the sign-in page, where everybody reads it.</summary>
    public bool IsOnSignIn { get; set; }

    /// <summary>How often it was read; a reader counts once a day.</summary>
    public int ViewCount { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
