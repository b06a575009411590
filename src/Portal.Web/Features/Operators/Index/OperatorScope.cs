using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Operators.Index;

/// <summary>
/// The IDs of a contract as somebody who looks after them finds them now. Conditions read their values here: those of
/// the home page are compiled.
/// </summary>
/// <param name="Peers">Null where everybody of the contract is found.</param>
public sealed record OperatorScope(Guid? ContractId, OperatorsProfile Profile, PeerPrefix? Peers, TenantMoment At)
{
    public static OperatorScope Of(PortalTenant tenant, PortalUser who, TenantMoment at)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(who);
        return new OperatorScope(who.ContractId, tenant.Profile.Operators!, PeerGroups.PrefixOf(tenant, who), at);
    }

    /// <summary>What decides how the query is put together.</summary>
    public object Shape => (ListsRoles, HidesNumbers, Peers is not null);

    private bool ListsRoles => Profile.ListedRoles is not null;

    private bool HidesNumbers => Profile.HiddenNumbers is { Count: > 0 };

    public IQueryable<PortalUser> Find(PortalDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var users = db.Users.Where(row => row.ContractId == ContractId && row.Door == Profile.Door);
        if (ListsRoles)
        {
            users = users.Where(row => Profile.ListedRoles!.Contains(row.Role));
        }

        if (HidesNumbers)
        {
            users = users.Where(row => !db.LineNumbers.Any(number => number.UserId == row.Id
                && Profile.HiddenNumbers!.Contains(number.Kind)));
        }

        return PeerGroups.Among(users, Peers);
    }

    /// <summary>
    /// Each ID is in one of the states, so that the numbers of all tabs add up: of several the first counts. A lock is
    /// released whatever else; an ID that is switched off or past its end is asked for nothing.
    /// </summary>
    /// <param name="state">Null is all of them.</param>
    public IQueryable<PortalUser> InState(IQueryable<PortalUser> users, OperatorState? state) => state switch
    {
        null => users,
        OperatorState.Locked => users.Where(LockedAccounts.Locked(At)),
        OperatorState.Disabled => Unlocked(users.Where(AccountStandings.Disabled)),
        OperatorState.Expired => Unlocked(Enabled(users.Where(AccountStandings.Ended(At.Today)))),
        OperatorState.MustChange => Unlocked(Unended(users.Where(row =>
            row.MustChangePassword || (row.PasswordHash == null && row.InvitedAt == null)))),
        OperatorState.Invited => Unlocked(Unended(users.Where(row =>
            !row.MustChangePassword && row.PasswordHash == null && row.InvitedAt != null))),
        OperatorState.Dormant => Unlocked(Unended(Settled(users).Where(row => row.DormantNoticeAt != null))),
        OperatorState.Active => Unlocked(Unended(Settled(users).Where(row => row.DormantNoticeAt == null))),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>With a password that need not be changed.</summary>
    private static IQueryable<PortalUser> Settled(IQueryable<PortalUser> users) =>
        users.Where(row => !row.MustChangePassword && row.PasswordHash != null);

    private static IQueryable<PortalUser> Enabled(IQueryable<PortalUser> users) =>
        users.Where(AccountStandings.Not(AccountStandings.Disabled));

    // The day is read here: the home page's query is compiled.
    private IQueryable<PortalUser> Unended(IQueryable<PortalUser> users) =>
        Enabled(users).Where(row => row.ValidUntil == null || row.ValidUntil >= At.Today);

    private IQueryable<PortalUser> Unlocked(IQueryable<PortalUser> users) =>
        users.Where(AccountStandings.Not(LockedAccounts.Locked(At)));
}
