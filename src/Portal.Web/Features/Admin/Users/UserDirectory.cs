using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users;

/// <summary>
/// Finds people over the tenants one looks after (ADMIN-2). Who was looked for is recorded: the list shows personal
/// data.
/// </summary>
public sealed class UserDirectory(PortalDbContext db, StaffReach reach, Audit.AuditLog audit, TimeProvider clock)
{
    public static readonly ListOrders<PortalUser> Orders = new ListOrders<PortalUser>("login")
        .By("login", user => user.NormalizedUserName)
        .By("name", user => user.FamilyNameKana + user.GivenNameKana)
        .By("contract", user => user.Contract!.Number)
        .Then(user => user.TenantId).Then(user => user.Id);

    public async Task<ListPage<FoundUser>> SearchAsync(IReadOnlyList<PortalTenant> tenants, UserQuery query)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(query);
        var found = Matching(tenants, query);
        var page = await found.PageAsync(Shown(found, tenants, query), query.Page);
        audit.Record(StaffEvents.UsersSearched, details: new { q = query.Text, rows = page.Count.Number }).In(tenants);
        var now = clock.GetUtcNow();
        return page.Select(row => Row(row, tenants, now));
    }

    /// <summary>The first ones, for a search over several kinds of things.</summary>
    public async Task<IReadOnlyList<FoundUser>> FirstAsync(IReadOnlyList<PortalTenant> tenants, string text, int most)
    {
        var query = new UserQuery { Q = text };
        var found = await Shown(Matching(tenants, query), tenants, query).Take(most).ToListAsync();
        audit.Record(StaffEvents.UsersSearched, details: new { q = query.Text, rows = found.Count }).In(tenants);
        var now = clock.GetUtcNow();
        return found.ConvertAll(row => Row(row, tenants, now));
    }

    /// <summary>All that would be paged through, for a file.</summary>
    public IAsyncEnumerable<FoundUser> ReadAllAsync(IReadOnlyList<PortalTenant> tenants, UserQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var now = clock.GetUtcNow();
        return Shown(Matching(tenants, query), tenants, query).AsAsyncEnumerable().Select(row => Row(row, tenants, now));
    }

    private IQueryable<PortalUser> Matching(IReadOnlyList<PortalTenant> tenants, UserQuery query) =>
        reach.Within(db.Users, tenants).Matching(query.Text);

    private IQueryable<FoundRow> Shown(IQueryable<PortalUser> found, IReadOnlyList<PortalTenant> tenants, UserQuery query)
    {
        var temporary = reach.Within(db.TemporaryPasswords, tenants).Where(row => row.EndedAt == null);
        return Orders.Apply(found, query.Sort).Include(user => user.SignIn).Include(user => user.Contract).AsNoTracking()
            .Select(user => new FoundRow(user, temporary.Where(row => row.TenantId == user.TenantId && row.UserId == user.Id)
                .Select(row => (DateTimeOffset?)row.ExpiresAt).FirstOrDefault()));
    }

    private static FoundUser Row(FoundRow row, IReadOnlyList<PortalTenant> tenants, DateTimeOffset now)
    {
        var tenant = tenants.First(each => each.Id == row.User.TenantId);
        return new FoundUser(tenant, row.User, UserStates.Of(row.User, tenant, row.TemporaryUntil, now));
    }

    private sealed record FoundRow(PortalUser User, DateTimeOffset? TemporaryUntil);
}
