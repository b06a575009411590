using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Approvals;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Approvals;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Approvals;

/// <summary>One request within reach, or of one's own; not tracked.</summary>
/// <param name="Verdict">Whether the reader may decide about it.</param>
public sealed record ApprovalTarget(PortalTenant Tenant, ApprovalRequest Row, ApprovalVerdict Verdict)
{
    public string Path => StaffPaths.Approval(Row.Id);

    public string Act(string act) => StaffPaths.ApprovalAct(Row.Id, act);
}

/// <summary>
/// The request that the address names; out of reach is answered like unknown, and recorded (AZ-01). Deciding asks
/// again, on the row itself.
/// </summary>
public sealed class ApprovalGuardAttribute : GuardAttribute<ApprovalGuard>;

public sealed class ApprovalGuard(StaffReach reach, ApprovalList list, ApprovalDeciding deciding, TenantCatalog catalog, AuditLog audit)
    : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var id = Id(context);
        var rows = await list.WithinAsync(await reach.TenantsAsync(), isNarrowed: false);
        if (await rows.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is not { } found)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, id.ToString(), null));
            return new NotFoundResult();
        }

        var tenant = await catalog.FindAsync(found.TenantId) ?? throw new InvalidOperationException("The tenant is gone.");
        Hand(context, new ApprovalTarget(tenant, found, await reach.InsideAsync(tenant, () => Task.FromResult(deciding.Ask(found)))));
        return null;
    }
}
