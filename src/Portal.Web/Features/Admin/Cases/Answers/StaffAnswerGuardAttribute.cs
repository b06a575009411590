using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Answers;

/// <summary>A tenant within reach that has cases, and one of its canned answers; not tracked.</summary>
/// <param name="Row">Null for one that is being written.</param>
public sealed record AnswerTarget(PortalTenant Tenant, CannedAnswer? Row);

/// <summary>The tenant that the address names, and the canned answer where it names one.</summary>
public sealed class StaffAnswerGuardAttribute : GuardAttribute<StaffAnswerGuard>;

public sealed class StaffAnswerGuard(StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!tenant.Has(TenantFeatures.Cases))
        {
            return null;
        }

        if (!context.RouteData.Values.ContainsKey("id"))
        {
            return new AnswerTarget(tenant, null);
        }

        var id = Id(context);
        var row = await reach.InsideAsync(tenant, () => db.CannedAnswers.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id));
        return row is null ? null : new AnswerTarget(tenant, row);
    }
}
