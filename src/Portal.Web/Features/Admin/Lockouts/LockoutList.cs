using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Accounts;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Lockouts;

/// <summary>Everyone who is locked now, over the tenants one looks after (ADMIN-1).</summary>
public sealed class LockoutList(PortalDbContext db, StaffReach reach, TimeProvider clock)
{
    /// <summary>Orders that may be asked for; the first is the usual one.</summary>
    public static readonly IReadOnlyDictionary<string, Expression<Func<PortalUser, object?>>> Orders = new Dictionary<string, Expression<Func<PortalUser, object?>>>
    {
        ["since"] = user => user.SignIn!.LockedSince,
        ["until"] = user => user.SignIn!.VoidedAt == null ? user.SignIn.StrangerLockedUntil ?? user.SignIn.KnownLockedUntil : null,
        ["login"] = user => user.NormalizedUserName,
        ["contract"] = user => user.Contract!.Number,
    };

    public const string UsualOrder = "-since";

    public async Task<ListPage<LockedUser>> ReadAsync(IReadOnlyList<PortalTenant> tenants, LockoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var number = ListPages.Fit(query.Page);
        var found = reach.Within(db.Users, tenants).WhereLocked(clock.GetUtcNow()).Matching(query.Q);
        var total = await found.Take(ListPages.Most).CountAsync();
        var users = await found.Ordered(Orders, query.Sort, UsualOrder).Page(number).Include(user => user.SignIn).Include(user => user.Contract).AsNoTracking().ToListAsync();
        return new ListPage<LockedUser>([.. Rows(users, tenants)], number, total);
    }

    private IEnumerable<LockedUser> Rows(IEnumerable<PortalUser> users, IReadOnlyList<PortalTenant> tenants)
    {
        var now = clock.GetUtcNow();
        return from user in users
               let facts = LockFacts.Of(user.SignIn!, now)
               where facts is not null
               select new LockedUser(
                   tenants.First(tenant => tenant.Id == user.TenantId), user.Id, user.UserName!, user.Contract?.Number,
                   facts.Since, facts.Until, facts.IsVoid, facts.Failures, FailureAddress.Of(user.SignIn!.FailureAddresses));
    }
}
