using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases.Telling;

/// <summary>Who hears of a case.</summary>
/// <param name="People">By their ids.</param>
/// <param name="AreManagers">They are told in place of author and followers.</param>
public sealed record CaseTold(IReadOnlyList<PortalUser> People, bool AreManagers)
{
    public static CaseTold Nobody { get; } = new([], false);
}

/// <summary>
/// Whom the mails of a case reach (CASE-7): author and followers who may be told and have an address. Where there is
/// none of them, those managers of the contract are told who see the case on its page (CASE-6).
/// </summary>
public sealed class CaseAudience(PortalDbContext db, TimeProvider clock)
{
    public async Task<CaseTold> OfAsync(SupportCase row, PortalTenant tenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(tenant);
        var users = People(row, tenant);
        var followers = db.CaseFollowers.AcrossTenants(db.Scope).Where(follower => follower.TenantId == row.TenantId
            && follower.CaseId == row.Id);

        // Two lists that an index gives each: with an "or", the database would look at everybody of the contract.
        var own = await users.Where(user => user.Id == row.AuthorId)
            .Concat(users.Where(user => user.Id != row.AuthorId && followers.Any(follower => follower.UserId == user.Id)))
            .OrderBy(user => user.Id).ToListAsync(cancellationToken);
        return own.Count > 0 ? new CaseTold(own, false) : new CaseTold(await ManagersAsync(row, tenant, cancellationToken), true);
    }

    /// <summary>Somebody of the contract alone, where that account may be told.</summary>
    public async Task<IReadOnlyList<PortalUser>> OneAsync(SupportCase row, PortalTenant tenant, Guid userId,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(tenant);
        return await People(row, tenant).Where(user => user.Id == userId).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Each is found by its own id; who has left the contract, or cannot work for it while it is suspended, is told
    /// nothing.
    /// </summary>
    private IQueryable<PortalUser> People(SupportCase row, PortalTenant tenant)
    {
        var memberships = db.Memberships.AcrossTenants(db.Scope);
        return MayBeTold(tenant, db.Users.AcrossTenants(db.Scope)
            .Where(user => user.TenantId == row.TenantId && (user.ContractId == row.ContractId || memberships.Any(each =>
                each.TenantId == row.TenantId && each.UserId == user.Id && each.ContractId == row.ContractId
                && each.Contract!.Status == ContractStatus.Active))));
    }

    private async Task<IReadOnlyList<PortalUser>> ManagersAsync(SupportCase row, PortalTenant tenant, CancellationToken cancellationToken)
    {
        var managers = await MayBeTold(tenant, db.ManagersAtWorkOf(row.TenantId, row.ContractId)).ToListAsync(cancellationToken);
        if (managers.Count == 0)
        {
            return [];
        }

        // The rule itself: where the staff answers, queries of what somebody sees are the staff's own.
        var visibility = await db.Contracts.AcrossTenants(db.Scope)
            .Where(contract => contract.TenantId == row.TenantId && contract.Id == row.ContractId)
            .Select(contract => contract.CaseVisibility).SingleAsync(cancellationToken);
        var chosen = await db.CaseViewers.AcrossTenants(db.Scope)
            .Where(viewer => viewer.TenantId == row.TenantId && viewer.ContractId == row.ContractId)
            .Select(viewer => viewer.UserId).ToListAsync(cancellationToken);
        return [.. managers.Where(manager => Sight(manager).IsSeen).OrderBy(manager => manager.Id)];

        // Author and followers who could be told would have been.
        CaseSight Sight(PortalUser manager) => new(IsOfContract: true, IsAuthor: false, IsFollower: false, IsManager: true,
            chosen.Contains(manager.Id), row.IsConfidential, visibility);
    }

    private IQueryable<PortalUser> MayBeTold(PortalTenant tenant, IQueryable<PortalUser> users) =>
        users.Where(AccountStandings.MayBeTold(tenant.Zone.DayOf(clock.GetUtcNow()))).Where(user => !string.IsNullOrEmpty(user.Email));
}
