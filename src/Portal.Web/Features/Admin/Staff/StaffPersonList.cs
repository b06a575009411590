using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Staff;

/// <param name="Tenants">Those of its tenants that the reader looks after, too.</param>
/// <param name="Others">How many it has besides.</param>
public sealed record StaffPersonRow(PortalUser User, IReadOnlyList<UserState> States, IReadOnlyList<PortalTenant> Tenants, int Others);

/// <summary>
/// The staff: all of it for system administrators; for others those who look after one of their tenants (ADMIN-11).
/// </summary>
public sealed class StaffPersonList(PortalDbContext db, StaffReach reach, TenantCatalog catalog, TimeProvider clock)
{
    public static readonly ListOrders<PortalUser> Orders = new ListOrders<PortalUser>("name")
        .By("name", row => row.FamilyNameKana + row.GivenNameKana + row.FamilyName + row.GivenName)
        .By("role", row => row.Role == AccountRole.SystemAdministrator ? 2 : row.Role == AccountRole.TenantAdministrator ? 1 : 0)
        .By("seen", row => row.SignIn!.LastSignInAt)
        .Then(row => row.NormalizedUserName).Then(row => row.Id);

    /// <summary>The tenants that staff looks after: none of them is the staff's own realm.</summary>
    public async Task<IReadOnlyList<PortalTenant>> TenantsAsync() =>
        [.. (await reach.TenantsAsync()).Where(tenant => !tenant.IsStaffRealm)];

    public IQueryable<PortalUser> In(IReadOnlyList<PortalTenant> tenants, StaffPersonQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (all, ids) = (reach.Actor.Role == AccountRole.SystemAdministrator && string.IsNullOrEmpty(query.Tenant),
            tenants.Select(tenant => tenant.Id).ToArray());
        var found = db.Users.Where(row => all
            || db.StaffAssignments.Any(each => each.UserId == row.Id && ids.Contains(each.TenantId)));
        found = query.AskedRole is { } role ? found.Where(row => row.Role == role) : found;
        return query.Words.Aggregate(found, (rows, word) => rows.Where(row => row.SearchKey.Contains(word)));
    }

    public static IQueryable<PortalUser> In(IQueryable<PortalUser> rows, StaffPersonView view) => view switch
    {
        StaffPersonView.Active => rows.Where(row => row.DisabledAt == null && row.PasswordHash != null),
        StaffPersonView.Invited => rows.Where(row => row.DisabledAt == null && row.PasswordHash == null),
        StaffPersonView.Disabled => rows.Where(row => row.DisabledAt != null),
        _ => rows,
    };

    public Task<IReadOnlyDictionary<StaffPersonView, ListCount>> CountAsync(IQueryable<PortalUser> rows) =>
        Enum.GetValues<StaffPersonView>().CountEachAsync(view => In(rows, view));

    public async Task<ListPage<StaffPersonRow>> PageAsync(IQueryable<PortalUser> rows, StaffPersonQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = In(rows, query.Preset);
        var page = await found.PageAsync(Orders.Apply(found, query.Order).Include(row => row.SignIn).AsNoTracking(), query.Page);
        var ids = page.Rows.Select(row => row.Id).ToArray();
        var assigned = (await db.StaffAssignments.Where(row => ids.Contains(row.UserId)).ToListAsync())
            .ToLookup(row => row.UserId, row => row.TenantId);
        var (own, realm, now) = (await TenantsAsync(), await catalog.StaffRealmAsync(), clock.GetUtcNow());
        return page.Select(row =>
        {
            var shown = own.Where(tenant => assigned[row.Id].Contains(tenant.Id)).ToList();
            return new StaffPersonRow(row, UserStates.Of(row, realm, temporaryUntil: null, now), shown,
                assigned[row.Id].Count() - shown.Count);
        });
    }
}
