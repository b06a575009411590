namespace Portal.Web.Data.Entities;

/// <summary>A colleague who sees a case and is mailed at its changes (CASE-7); goes with the account.</summary>
public sealed class CaseFollower : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid CaseId { get; set; }

    public Guid UserId { get; set; }

    public PortalUser? User { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}
