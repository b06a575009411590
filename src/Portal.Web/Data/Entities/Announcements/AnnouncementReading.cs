namespace Portal.Web.Data.Entities;

/// <summary>What one reader did with an announcement: read it, closed its banner. Goes with the account.</summary>
public sealed class AnnouncementReading : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid AnnouncementId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>The last day on which it was read, so that a reader counts once a day; null for never.</summary>
    public DateOnly? ReadOn { get; set; }

    /// <summary>The edition of the banner that was closed; null for none.</summary>
    public int? ClosedEdition { get; set; }
}
