using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users;

/// <summary>
/// Finds people over the tenants one looks after (ADMIN-2). Who was looked for is recorded: the list shows personal
/// data.
/// </summary>
public sealed class UserDirectory(PortalDbContext db, StaffReach reach, Audit.AuditLog audit, TimeProvider clock)
{
    /// <summary>Orders that may be asked for; the first is the usual one.</summary>
    public static readonly IReadOnlyDictionary<string, Expression<Func<PortalUser, object?>>> Orders = new Dictionary<string,
        Expression<Func<PortalUser, object?>>>
    {
        ["login"] = user => user.NormalizedUserName,
        ["name"] = user => user.FamilyNameKana + user.GivenNameKana,
        ["contract"] = user => user.Contract!.Number,
    };

    public const string UsualOrder = "login";

    public async Task<ListPage<FoundUser>> SearchAsync(IReadOnlyList<PortalTenant> tenants, UserQuery query)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(query);
        var (number, now) = (ListPages.Fit(query.Page), clock.GetUtcNow());
        var found = reach.Within(db.Users, tenants).Matching(query.Text);
        var total = await found.Take(ListPages.Most).CountAsync();
        var users = await found.Ordered(Orders, query.Sort, UsualOrder).Page(number).Include(user => user.SignIn)
            .Include(user => user.Contract).AsNoTracking().ToListAsync();
        audit.Record(AuditKinds.UsersSearched, details: new { q = query.Text, rows = total }).In(tenants);
        return new ListPage<FoundUser>([.. users.Select(user => Row(user, tenants, now))], number, total);
    }

    private static FoundUser Row(PortalUser user, IReadOnlyList<PortalTenant> tenants, DateTimeOffset now)
    {
        var tenant = tenants.First(each => each.Id == user.TenantId);
        return new FoundUser(tenant, user, UserStates.Of(user, tenant, now));
    }
}
