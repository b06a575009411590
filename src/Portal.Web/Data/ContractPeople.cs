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
        return db.Users.Where(user => user.ContractId == contractId)
            .Concat(db.Memberships.Where(membership => membership.ContractId == contractId).Select(membership => membership.User!));
    }

    /// <summary>
    /// Of them, who does so now: from elsewhere nobody works for a contract that is suspended. Whether its own people
    /// may is a question of their standing.
    /// </summary>
    public static IQueryable<PortalUser> AtWorkOf(this PortalDbContext db, Guid contractId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Users.Where(user => user.ContractId == contractId)
            .Concat(db.Memberships.Where(membership => membership.ContractId == contractId
                && membership.Contract!.Status == ContractStatus.Active).Select(membership => membership.User!));
    }

    /// <summary>Whoever manages it, for what reaches over tenants, as mails do.</summary>
    public static IQueryable<PortalUser> ManagersOf(this PortalDbContext db, Guid tenantId, Guid? contractId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Users.AcrossTenants(db.Scope)
            .Where(user => user.TenantId == tenantId && user.ContractId == contractId && user.Role == AccountRole.Manager)
            .Concat(db.Memberships.AcrossTenants(db.Scope)
                .Where(membership => membership.TenantId == tenantId && membership.ContractId == contractId
                    && membership.Role == AccountRole.Manager)
                .Select(membership => membership.User!));
    }

    /// <inheritdoc cref="AtWorkOf"/>
    public static IQueryable<PortalUser> ManagersAtWorkOf(this PortalDbContext db, Guid tenantId, Guid? contractId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Users.AcrossTenants(db.Scope)
            .Where(user => user.TenantId == tenantId && user.ContractId == contractId && user.Role == AccountRole.Manager)
            .Concat(db.Memberships.AcrossTenants(db.Scope)
                .Where(membership => membership.TenantId == tenantId && membership.ContractId == contractId
                    && membership.Role == AccountRole.Manager && membership.Contract!.Status == ContractStatus.Active)
                .Select(membership => membership.User!));
    }
}
