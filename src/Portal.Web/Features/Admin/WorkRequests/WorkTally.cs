using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>The work that a person asked for (ADMIN-2).</summary>
public sealed class WorkTally(PortalDbContext db, IStringLocalizer<StaffWorkText> text) : IStaffTally
{
    public IEnumerable<StaffTally> OfPerson(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        return tenant.Has(TenantFeatures.WorkRequests)
            ? [new("work-requests/own", text["Tally"], db.WorkRequests.Where(row => row.AuthorId == user.Id).Select(row => row.Id),
                StaffWorkQuery.Address(StaffWorkView.All, new StaffWorkQuery { Tenant = tenant.Slug, Author = user.Id }))]
            : [];
    }
}
