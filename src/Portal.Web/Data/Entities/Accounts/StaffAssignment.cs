namespace Portal.Web.Data.Entities;

/// <summary>Which tenants a member of the staff looks after; system administrators need no row.</summary>
public sealed class StaffAssignment
{
    public Guid UserId { get; set; }

    public Guid TenantId { get; set; }
}
