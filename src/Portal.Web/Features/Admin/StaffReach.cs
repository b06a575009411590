using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>Tenants that one looks after, as queries take them.</summary>
/// <param name="Sight">What the database shows of at all.</param>
public sealed record StaffSites(IReadOnlyList<Guid> Ids, TenantSight Sight)
{
    /// <summary>Of one, a query is put together in another way than of none or several.</summary>
    public bool IsOne => Ids.Count == 1;

    public Guid First => Ids[0];
}

/// <summary>How far the signed-in member of the staff reaches, and the one way into a tenant (ADMIN-11).</summary>
public sealed class StaffReach(TenantCatalog catalog, TenantScope scope, TenantEntry entry, CurrentSession session, PortalDbContext db,
    Audit.AuditLog audit)
{
    public StaffActor Actor => new(session.UserId, session.Role, session.StaffTenants);

    public bool IsAdministrator => session.Role >= AccountRole.TenantAdministrator;

    /// <summary>
    /// May one do this to that account, as far as the tenant's policies and one's role go? Among the staff,
    /// administrators alone and never to themselves.
    /// </summary>
    public bool MayAct(PortalTenant tenant, Guid userId, DelegatedAct act)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return StaffActs.AreOffered(tenant, act) && (!tenant.IsStaffRealm || StaffRules.MayReleaseStaff(Actor, userId));
    }

    /// <summary>
    /// The tenants whose users one looks after, by slug; for system administrators the staff's own realm, too.
    /// </summary>
    public async Task<IReadOnlyList<PortalTenant>> TenantsAsync()
    {
        var actor = Actor;
        var tenants = (await catalog.ListAsync()).Where(tenant => StaffRules.MaySeeTenant(actor, tenant.Id));
        return session.Role == AccountRole.SystemAdministrator ? [.. tenants, await catalog.StaffRealmAsync()] : [.. tenants];
    }

    /// <summary>
    /// The tenant of that slug. Null for one that does not exist and for one that is out of reach: the page answers
    /// both alike, and who asked for the latter is recorded (AZ-01).
    /// </summary>
    public async Task<PortalTenant?> FindAsync(string slug)
    {
        if (await WithinAsync(slug) is { } found)
        {
            return found;
        }

        if (await catalog.FindBySlugAsync(slug) is not null)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, slug, null));
        }

        return null;
    }

    /// <summary>The same for what is made ready before a guard asks and records.</summary>
    public async Task<PortalTenant?> WithinAsync(string slug) => (await TenantsAsync()).FirstOrDefault(tenant => tenant.Slug == slug);

    /// <summary>
    /// What a list is narrowed to: everything within reach, or the one tenant that was asked for; null where that is
    /// none of them.
    /// </summary>
    public async Task<IReadOnlyList<PortalTenant>?> ChooseAsync(string? slug)
    {
        if (string.IsNullOrEmpty(slug))
        {
            return await TenantsAsync();
        }

        return await FindAsync(slug) is { } tenant ? [tenant] : null;
    }

    /// <summary>Rows of those tenants together: the only way in which the staff reads over tenants.</summary>
    public IQueryable<T> Within<T>(IQueryable<T> rows, IReadOnlyList<PortalTenant> tenants)
        where T : class, ITenantOwned => Within(rows, Sites(tenants));

    /// <summary>
    /// The same, for a query that is compiled. One tenant is said as one: an index gives its rows in an order; of a
    /// list, the database sorts all there are (PERF-3).
    /// </summary>
    public static IQueryable<T> Within<T>(IQueryable<T> rows, StaffSites sites)
        where T : class, ITenantOwned
    {
        ArgumentNullException.ThrowIfNull(sites);
        return sites.IsOne
            ? rows.AcrossTenants(sites.Sight).Where(row => row.TenantId == sites.First)
            : rows.AcrossTenants(sites.Sight).Where(row => sites.Ids.Contains(row.TenantId));
    }

    public StaffSites Sites(IReadOnlyList<PortalTenant> tenants)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        return new StaffSites([.. tenants.Select(tenant => tenant.Id)], scope.Sight);
    }

    /// <summary>The rows of those tenants themselves, for a query that goes from one to the next.</summary>
    public IQueryable<Tenant> Rows(IReadOnlyList<PortalTenant> tenants)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        var ids = tenants.Select(tenant => tenant.Id).ToArray();
        return db.Tenants.Where(tenant => ids.Contains(tenant.Id));
    }

    /// <summary>Goes into a tenant within reach, and comes back when disposed; nothing is saved by itself.</summary>
    public IDisposable Enter(PortalTenant tenant) => entry.Visit(tenant);

    /// <summary>
    /// Does something inside a tenant, under its policies. What was done is saved before leaving, because rows and
    /// events belong to the tenant in which they are saved.
    /// </summary>
    public async Task<T> InsideAsync<T>(PortalTenant tenant, Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(work);
        using var visit = entry.Visit(tenant);
        var result = await work();
        await db.SaveChangesAsync();
        return result;
    }
}
