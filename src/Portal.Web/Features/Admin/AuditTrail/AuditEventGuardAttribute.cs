using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>The event that the address names; the action gets it as <see cref="AuditEventPage"/>.</summary>
public sealed class AuditEventGuardAttribute : GuardAttribute<AuditEventGuard>;

public sealed class AuditEventGuard(StaffReach reach, AuditSearch search) : StaffGuard(reach)
{
    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context) =>
        await search.FindAsync(tenant, Id(context)) is { } found ? new AuditEventPage(tenant, found) : null;
}
