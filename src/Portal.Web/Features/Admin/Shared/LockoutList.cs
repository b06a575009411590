using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>Everyone who is locked now, over the tenants one looks after (ADMIN-1).</summary>
public sealed class LockoutList(PortalDbContext db, StaffReach reach, TimeProvider clock)
{
    public static ListOrders<PortalUser> Orders(DateTimeOffset now) => new ListOrders<PortalUser>("-since")
        .By("since", LockedAccounts.Since(now))
        .By("until", LockedAccounts.Until(now))
        .By("name", user => user.FamilyNameKana + user.GivenNameKana)
        .By("login", user => user.NormalizedUserName)
        .By("contract", user => user.Contract!.Number)
        .Then(user => user.TenantId).Then(user => user.Id);

    public async Task<ListPage<LockedUser>> ReadAsync(IReadOnlyList<PortalTenant> tenants, LockoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var now = clock.GetUtcNow();
        var found = Matching(tenants, query, now);
        var page = await found.PageAsync(Shown(found, query, now), query.Page);
        return page.Select(user => Row(user, tenants, now));
    }

    /// <summary>Those who were locked last: whoever rings up now is most likely one of them.</summary>
    public async Task<IReadOnlyList<LockedUser>> LatestAsync(IReadOnlyList<PortalTenant> tenants, int most)
    {
        var now = clock.GetUtcNow();
        var query = new LockoutQuery();
        var users = await Shown(Matching(tenants, query, now), query, now).Take(most).ToListAsync();
        return [.. users.Select(user => Row(user, tenants, now))];
    }

    /// <summary>All that would be paged through, for a file.</summary>
    public IAsyncEnumerable<LockedUser> ReadAllAsync(IReadOnlyList<PortalTenant> tenants, LockoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var now = clock.GetUtcNow();
        return Shown(Matching(tenants, query, now), query, now).AsAsyncEnumerable().Select(user => Row(user, tenants, now));
    }

    private IQueryable<PortalUser> Matching(IReadOnlyList<PortalTenant> tenants, LockoutQuery query, DateTimeOffset now) =>
        reach.Within(db.Users, tenants).WhereLocked(now).Matching(query.Q);

    private static IQueryable<PortalUser> Shown(IQueryable<PortalUser> found, LockoutQuery query, DateTimeOffset now) =>
        Orders(now).Apply(found, query.Sort).Include(user => user.SignIn).Include(user => user.Contract).AsNoTracking();

    private static LockedUser Row(PortalUser user, IReadOnlyList<PortalTenant> tenants, DateTimeOffset now)
    {
        // The condition of the query says the same as SQL.
        var facts = LockFacts.Of(user.SignIn!.ToLockout(), now)!;
        return new LockedUser(
            tenants.First(tenant => tenant.Id == user.TenantId), user.Id, user.UserName!,
            user.DisplayName == user.UserName ? "" : user.DisplayName, user.Phone, user.Contract?.Number,
            facts.Since, facts.Until, facts.IsVoid, facts.Failures, FailureAddress.Of(user.SignIn!.FailureAddresses));
    }
}
