using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

internal static class AuditPlacement
{
    /// <summary>
    /// What the staff does in one tenant stands in that tenant's log, where its administrators see it; what spans
    /// several in the staff's own.
    /// </summary>
    public static void In(this AuditEvent row, IReadOnlyList<PortalTenant> tenants)
    {
        if (tenants is [var only])
        {
            row.TenantId = only.Id;
        }
    }
}
