using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Lockouts;

/// <summary>Everyone who is locked now, over the tenants one looks after (ADMIN-1).</summary>
public sealed class LockoutList(PortalDbContext db, StaffReach reach, TimeProvider clock)
{
    public const string UsualOrder = "-since";

    /// <summary>Orders that may be asked for; the first is the usual one.</summary>
    public static IReadOnlyDictionary<string, Expression<Func<PortalUser, object?>>> Orders(DateTimeOffset now) =>
        new Dictionary<string, Expression<Func<PortalUser, object?>>>
    {
        ["since"] = Key(LockedAccounts.Since(now)),
        ["until"] = Key(LockedAccounts.Until(now)),
        ["login"] = user => user.NormalizedUserName,
        ["contract"] = user => user.Contract!.Number,
    };

    public async Task<ListPage<LockedUser>> ReadAsync(IReadOnlyList<PortalTenant> tenants, LockoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (number, now) = (ListPages.Fit(query.Page), clock.GetUtcNow());
        var found = reach.Within(db.Users, tenants).WhereLocked(now).Matching(query.Q);
        var total = await found.Take(ListPages.Most).CountAsync();
        var users = await found.Ordered(Orders(now), query.Sort, UsualOrder).Page(number).Include(user => user.SignIn)
            .Include(user => user.Contract).AsNoTracking().ToListAsync();
        return new ListPage<LockedUser>([.. Rows(users, tenants, now)], number, total);
    }

    private static Expression<Func<PortalUser, object?>> Key(Expression<Func<PortalUser, DateTimeOffset?>> time) =>
        Expression.Lambda<Func<PortalUser, object?>>(Expression.Convert(time.Body, typeof(object)), time.Parameters);

    private static IEnumerable<LockedUser> Rows(IEnumerable<PortalUser> users, IReadOnlyList<PortalTenant> tenants, DateTimeOffset now) =>
        from user in users
        let facts = LockFacts.Of(user.SignIn!.ToLockout(), now)
        where facts is not null
        select new LockedUser(
            tenants.First(tenant => tenant.Id == user.TenantId), user.Id, user.UserName!, user.Contract?.Number,
            facts.Since, facts.Until, facts.IsVoid, facts.Failures, FailureAddress.Of(user.SignIn!.FailureAddresses));
}
