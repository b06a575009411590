namespace Portal.Web.Data.Entities;

/// <summary>An event's place in the chain of the log, and its mark (ADMIN-7): added when it is sealed.</summary>
public sealed class AuditLeaf : ITenantOwned, IAppendOnly
{
    public Guid TenantId { get; set; }

    /// <summary>From 1 within the tenant, without gaps.</summary>
    public long Place { get; set; }

    public Guid EventId { get; set; }

    /// <summary>SHA-256 over all that the event says, 32 bytes.</summary>
    public required byte[] Mark { get; set; }
}
