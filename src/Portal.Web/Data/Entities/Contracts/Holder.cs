namespace Portal.Web.Data.Entities;

/// <summary>The customer that has one or more contracts.</summary>
public sealed class Holder : ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required string Name { get; set; }

    public string NameKana { get; set; } = "";

    /// <summary>Where letters go, on several lines.</summary>
    public string Address { get; set; } = "";

    /// <summary>"ja" or "en", in which letters are written; null follows the site.</summary>
    public string? Language { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }
}
