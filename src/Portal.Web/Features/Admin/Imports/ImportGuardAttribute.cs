using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Rules.Imports;
using Portal.Web.Domain.Imports;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Imports;

/// <summary>
/// The tenant that the address names, as a <see cref="PortalTenant"/>, and its import where it names one, as an <see
/// cref="ImportTarget"/>. The staff's own realm has no customers to move in; files of cases are the desk's.
/// </summary>
public sealed class ImportGuardAttribute : GuardAttribute<ImportGuard>;

public sealed class ImportGuard(StaffReach reach, ImportJobs jobs) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(context);
        if (tenant.IsStaffRealm || !context.RouteData.Values.ContainsKey("id"))
        {
            return tenant.IsStaffRealm ? null : tenant;
        }

        var id = Id(context);
        return await reach.InsideAsync(tenant, () => jobs.FindAsync(id)) is { Kind: not ImportKind.Cases } job
            ? new ImportTarget(tenant, job) : null;
    }
}
