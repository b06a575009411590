using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Parts;

/// <summary>The cases of a person: who rings up most often asks what became of one (ADMIN-2).</summary>
public sealed class CasesTally(PortalDbContext db, IStringLocalizer<DeskText> text) : IStaffTally
{
    public IEnumerable<StaffTally> OfPerson(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        if (!tenant.Has(TenantFeatures.Cases))
        {
            return [];
        }

        var own = db.Cases.Where(row => row.AuthorId == user.Id);
        var all = new DeskQuery { Tenant = tenant.Slug, Author = user.Id };
        var waiting = own.Where(row => row.WaitingSince != null);
        return
        [
            new("cases/waiting", text["Tally.Waiting"], waiting.Select(row => row.Id), StaffPaths.Cases + all.AddressOf(DeskView.Waiting)),
            new("cases/own", text["Tally.All"], own.Select(row => row.Id), StaffPaths.Cases + all.AddressOf(DeskView.All)),
        ];
    }
}
