using System.Linq.Expressions;
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

    /// <param name="state">Null is all of them.</param>
    public IQueryable<PortalUser> InState(IQueryable<PortalUser> users, OperatorState? state)
    {
        Expression<Func<PortalUser, bool>> mustChange = row =>
            row.MustChangePassword || (row.PasswordHash == null && row.InvitedAt == null);
        return state switch
        {
            OperatorState.Active => users.Where(row => !row.MustChangePassword && row.PasswordHash != null)
                .Where(AccountStandings.Good(At.Today))
                .Where(AccountStandings.Not(LockedAccounts.Locked(At))),
            OperatorState.Locked => users.Where(LockedAccounts.Locked(At)),
            OperatorState.MustChange => users.Where(mustChange),
            OperatorState.Disabled => users.Where(AccountStandings.Disabled),
            OperatorState.Expired => users.Where(AccountStandings.Ended(At.Today)),
            OperatorState.Invited => users.Where(row => row.PasswordHash == null && row.InvitedAt != null),
            OperatorState.Dormant => users.Where(row => row.DormantNoticeAt != null),
            _ => users,
        };
    }
}
