namespace Portal.Web.Data.Entities;

/// <summary>One service site, or the staff's own realm. Its profile decides how it behaves.</summary>
public sealed class Tenant : IVersioned
{
    public Guid Id { get; set; }

    public required string Slug { get; set; }

    /// <summary>The tenant's own host name, when it has one.</summary>
    public string? Host { get; set; }

    public TenantStatus Status { get; set; }

    /// <summary>The profile in force, as JSON.</summary>
    public required string Profile { get; set; }

    /// <summary>Once staff have edited it, a start never overwrites the profile from its file (SITE-3).</summary>
    public bool ProfileEdited { get; set; }

    /// <summary>Which logo is in force; null for the drawn mark of the profile.</summary>
    public Guid? LogoId { get; set; }

    /// <summary>How wide it is drawn, in CSS pixels.</summary>
    public int? LogoWidth { get; set; }

    /// <summary>Which form of the canonical keys its accounts have; an older one is made anew at a start.</summary>
    public int KeyForm { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
