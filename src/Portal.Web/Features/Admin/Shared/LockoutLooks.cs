using Portal.Web.Audit;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// Who is locked is shown with name and telephone number; that somebody saw them is recorded (ADMIN-2, AU-09).
/// </summary>
public sealed class LockoutLooks(Audit.AuditLog audit)
{
    /// <param name="rows">How many people were shown; of none there is nothing to record.</param>
    public void Record(IReadOnlyList<PortalTenant> tenants, int rows)
    {
        if (rows > 0)
        {
            audit.Record(StaffEvents.LockoutsViewed, details: new { rows }).In(tenants);
        }
    }
}
