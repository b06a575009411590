using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data;

/// <summary>
/// Who works for a contract: its own people, and those of the holder's other contracts that have a membership of it.
/// Nobody is both, so the two are put together as they are, and an index gives each.
/// </summary>
public static class ContractPeople
{
    /// <summary>Everybody, of the tenant in sight.</summary>
    public static IQueryable<PortalUser> PeopleOf(this PortalDbContext db, Guid contractId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Own(db, contractId).With(Members(db, contractId));
    }

    /// <summary>
    /// Of them, who does so now: from elsewhere nobody works for a contract that is suspended. Whether its own people
    /// may is a question of their standing.
    /// </summary>
    public static IQueryable<PortalUser> AtWorkOf(this PortalDbContext db, Guid contractId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Own(db, contractId).With(Members(db, contractId).AtWork());
    }

    /// <summary>Whoever manages it, for what reaches over tenants, as mails do.</summary>
    public static IQueryable<PortalUser> ManagersOf(this PortalDbContext db, Guid tenantId, Guid? contractId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return OwnManagers(db, tenantId, contractId).With(Managing(db, tenantId, contractId));
    }

    /// <inheritdoc cref="AtWorkOf"/>
    public static IQueryable<PortalUser> ManagersAtWorkOf(this PortalDbContext db, Guid tenantId, Guid? contractId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return OwnManagers(db, tenantId, contractId).With(Managing(db, tenantId, contractId).AtWork());
    }

    private static IQueryable<PortalUser> Own(PortalDbContext db, Guid contractId) =>
        db.Users.Where(user => user.ContractId == contractId);

    private static IQueryable<Membership> Members(PortalDbContext db, Guid contractId) =>
        db.Memberships.Where(membership => membership.ContractId == contractId);

    private static IQueryable<PortalUser> OwnManagers(PortalDbContext db, Guid tenantId, Guid? contractId) =>
        db.Users.AcrossTenants(db.Scope)
            .Where(user => user.TenantId == tenantId && user.ContractId == contractId && user.Role == AccountRole.Manager);

    private static IQueryable<Membership> Managing(PortalDbContext db, Guid tenantId, Guid? contractId) =>
        db.Memberships.AcrossTenants(db.Scope).Where(membership => membership.TenantId == tenantId
            && membership.ContractId == contractId && membership.Role == AccountRole.Manager);

    private static IQueryable<Membership> AtWork(this IQueryable<Membership> memberships) =>
        memberships.Where(membership => membership.Contract!.Status == ContractStatus.Active);

    private static IQueryable<PortalUser> With(this IQueryable<PortalUser> own, IQueryable<Membership> memberships) =>
        own.Concat(memberships.Select(membership => membership.User!));
}
