using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>Reads what the desk's page of a case shows: everything, the internal part as well.</summary>
public sealed class DeskRecords(PortalDbContext db, StaffReach reach)
{
    public async Task<DeskPage> ReadAsync(DeskTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var id = target.Row.Id;
        var (entries, followers) = await reach.InsideAsync(target.Tenant, async () => (
            await db.CaseEntries.AsNoTracking().Where(entry => entry.CaseId == id).OrderBy(entry => entry.Order).ToListAsync(),
            await db.CaseFollowers.AsNoTracking().Where(follower => follower.CaseId == id).OrderBy(follower => follower.AddedAt)
                .ThenBy(follower => follower.UserId).Select(follower => follower.User!).ToListAsync()));
        return new DeskPage(target, entries, [.. followers.Select(user => user.DisplayName)])
        {
            Colleagues = await Colleagues(target.Tenant).AsNoTracking().OrderBy(user => user.UserName).ToListAsync(),
        };
    }

    /// <summary>The member of the staff of that id, where it looks after this tenant.</summary>
    public Task<PortalUser?> ColleagueAsync(PortalTenant tenant, Guid id) => Colleagues(tenant).SingleOrDefaultAsync(user => user.Id == id);

    private IQueryable<PortalUser> Colleagues(PortalTenant tenant) => db.Users.Where(user => user.DisabledAt == null
        && (user.Role == AccountRole.SystemAdministrator
            || db.StaffAssignments.Any(row => row.UserId == user.Id && row.TenantId == tenant.Id)));
}
