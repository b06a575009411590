namespace Portal.Web.Data.Entities;

/// <summary>A closed stretch of the log (ADMIN-7). It stays when its events are removed for their age.</summary>
public sealed class AuditSeal : ITenantOwned, IAppendOnly
{
    public Guid TenantId { get; set; }

    /// <summary>From 1 within the tenant, without gaps.</summary>
    public long Number { get; set; }

    /// <summary>Place of the first event.</summary>
    public long FirstPlace { get; set; }

    public int Count { get; set; }

    public DateTimeOffset SealedAt { get; set; }

    /// <summary>When the newest of its events happened, at the latest when it was sealed.</summary>
    public DateTimeOffset NewestAt { get; set; }

    /// <summary>All events recorded before this moment have a place in this stretch or one before it.</summary>
    public DateTimeOffset SettledUntil { get; set; }

    /// <summary>Hash of the seal before it; zeros for the first.</summary>
    public required byte[] Previous { get; set; }

    /// <summary>Hash over the marks of its events.</summary>
    public required byte[] Root { get; set; }

    /// <summary>Over all of the above.</summary>
    public required byte[] Hash { get; set; }
}
