using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>Contracts that would have no manager left without somebody: a refusal names them.</summary>
/// <param name="Own">The number of its home contract; null where that has others.</param>
/// <param name="Others">The numbers of those of its memberships.</param>
public sealed record LastOf(string? Own, IReadOnlyList<string> Others)
{
    public IReadOnlyList<string> All => Own is { } own ? [own, .. Others] : Others;
}

/// <summary>
/// A contract keeps one manager that can sign in, and the staff one system administrator (CONT-4, AZ-08).
/// </summary>
public sealed class LastManager(PortalDbContext db, TenantClock clock)
{
    /// <summary>
    /// Of its home contract, or of the staff. Exact only while the contract is locked (<see cref="AccountLocks"/>): two
    /// who disable each other must take turns.
    /// </summary>
    public async Task<bool> IsAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Role switch
        {
            AccountRole.Manager => !await HasOthersAsync(user.ContractId, user.Id),
            AccountRole.SystemAdministrator => !await ActiveBut(user.Id).AnyAsync(row => row.Role == AccountRole.SystemAdministrator),
            _ => false,
        };
    }

    /// <summary>
    /// The same of every contract that it manages, those of its memberships, too; all of them have to be locked
    /// (<see cref="AccountLocks.ContractsAsync"/>).
    /// </summary>
    public async Task<bool> IsAnywhereAsync(PortalUser user) =>
        await IsAsync(user) || await IsOfAnyAsync(await ManagedElsewhereAsync(user));

    /// <summary>
    /// Whether one of these contracts has nobody else who manages it without a last day: then it would run out of
    /// managers by itself. The contracts have to be locked, as for <see cref="IsAnywhereAsync"/>.
    /// </summary>
    public async Task<bool> IsForGoodAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var managed = (await ManagedElsewhereAsync(user)).Select(row => (Guid?)row.ContractId);
        foreach (var contract in user.Role == AccountRole.Manager ? managed.Prepend(user.ContractId) : managed)
        {
            if (!await HasOthersAsync(contract, user.Id, withoutEnd: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which they are, by their numbers.</summary>
    public async Task<LastOf> OfAsync(Guid userId)
    {
        var user = await db.Users.AsNoTracking().Include(row => row.Contract).SingleAsync(row => row.Id == userId);
        var managed = await Managed(userId).Include(row => row.Contract).OrderBy(row => row.Contract!.Number).ToListAsync();
        var others = new List<string>();
        foreach (var membership in managed)
        {
            if (await IsOfAsync(membership))
            {
                others.Add(membership.Contract!.Number);
            }
        }

        return new LastOf(user.Contract is { } home && await IsAsync(user) ? home.Number : null, others);
    }

    /// <summary>The contracts that it manages beside its own.</summary>
    public async Task<IReadOnlyList<Membership>> ManagedElsewhereAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.HasMemberships
            ? await Managed(user.Id).ToListAsync()
            : [];
    }

    private IQueryable<Membership> Managed(Guid userId) =>
        db.Memberships.AsNoTracking().Where(row => row.UserId == userId && row.Role == AccountRole.Manager);

    /// <summary>
    /// Without those whom <see cref="IsAnywhereAsync"/> holds, as far as one can tell without locks: for work that
    /// takes some at a time, and must not come to the same ones for ever.
    /// </summary>
    public IQueryable<PortalUser> Without(IQueryable<PortalUser> users)
    {
        var today = clock.Today;
        var active = db.Users.Where(row => row.DisabledAt == null && (row.ValidUntil == null || row.ValidUntil >= today));
        var managers = active.Where(row => row.Role == AccountRole.Manager);
        var members = db.Memberships.Where(row => row.Role == AccountRole.Manager && active.Any(user => user.Id == row.UserId));
        return users.Where(user =>
            (user.Role != AccountRole.SystemAdministrator
                || active.Any(other => other.Id != user.Id && other.Role == AccountRole.SystemAdministrator))
            && (user.Role != AccountRole.Manager
                || managers.Any(other => other.Id != user.Id && other.ContractId == user.ContractId)
                || members.Any(other => other.UserId != user.Id && other.ContractId == user.ContractId))
            && !db.Memberships.Any(mine => mine.UserId == user.Id && mine.Role == AccountRole.Manager
                && !managers.Any(other => other.Id != user.Id && other.ContractId == mine.ContractId)
                && !members.Any(other => other.UserId != user.Id && other.ContractId == mine.ContractId)));
    }

    /// <summary>Of one at least of the contracts that it works for beside its own.</summary>
    public async Task<bool> IsOfAnyAsync(IEnumerable<Membership> memberships)
    {
        ArgumentNullException.ThrowIfNull(memberships);
        foreach (var membership in memberships)
        {
            if (await IsOfAsync(membership))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of that one.</summary>
    public async Task<bool> IsOfAsync(Membership membership)
    {
        ArgumentNullException.ThrowIfNull(membership);
        return membership.Role == AccountRole.Manager && !await HasOthersAsync(membership.ContractId, membership.UserId);
    }

    /// <summary>Of its own people, or of those who have a membership of it, in one statement.</summary>
    private Task<bool> HasOthersAsync(Guid? contractId, Guid userId, bool withoutEnd = false)
    {
        // The roles are part of the statement: by a parameter PostgreSQL does not know that managers are few, and reads
        // all IDs of the contract.
        var others = withoutEnd ? ActiveBut(userId).Where(row => row.ValidUntil == null) : ActiveBut(userId);
        return db.Contracts.Where(contract => contract.Id == contractId)
            .Select(contract => others.Any(row => row.Role == AccountRole.Manager && row.ContractId == contract.Id)
                || db.Memberships.Any(membership => membership.ContractId == contract.Id && membership.Role == AccountRole.Manager
                    && others.Any(row => row.Id == membership.UserId)))
            .SingleOrDefaultAsync();
    }

    private IQueryable<PortalUser> ActiveBut(Guid userId)
    {
        var today = clock.Today;
        return db.Users.Where(row => row.Id != userId && row.DisabledAt == null && (row.ValidUntil == null || row.ValidUntil >= today));
    }
}
