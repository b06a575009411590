using System.Linq.Expressions;
using Portal.Rules.Standing;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Standing;

/// <summary>
/// Gathers the facts of <see cref="StandingRules"/>, and says the same as SQL; a test holds the two to each other.
/// </summary>
public static class AccountStandings
{
    /// <param name="user">With its contract.</param>
    public static StandingFacts Facts(PortalUser user, PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(tenant);
        var contractSuspended = user.Contract is { Status: ContractStatus.Suspended };
        return new StandingFacts(tenant.Suspended, contractSuspended, user.DisabledAt is not null, user.ValidUntil);
    }

    /// <param name="user">With its contract.</param>
    public static AccountStanding Of(PortalUser user, PortalTenant tenant, DateTimeOffset now) =>
        StandingRules.Of(Facts(user, tenant), tenant.Zone.DayOf(now));

    /// <summary>
    /// In good standing, of accounts of one tenant, which is not suspended, and not merely invited: until an invitation
    /// is used, nobody has shown whose mailbox it went to, and no mail says there what only the account may see
    /// (USER-3). An address that a person registered together with a password counts. Conditions beside each other: the
    /// database guesses how many fulfil them, which it cannot of one value worked out of all.
    /// </summary>
    public static Expression<Func<PortalUser, bool>> MayBeTold(DateOnly today) => user =>
        user.Contract!.Status != ContractStatus.Suspended
        && user.DisabledAt == null
        && (user.ValidUntil == null || user.ValidUntil >= today)
        && (user.InvitedAt == null || user.PasswordHash != null || user.EmailConfirmedAt != null);

    /// <summary>Switched off, whatever else.</summary>
    public static Expression<Func<PortalUser, bool>> Disabled { get; } = user => user.DisabledAt != null;

    /// <summary>Past its last day, whatever else.</summary>
    public static Expression<Func<PortalUser, bool>> Ended(DateOnly today) => user => user.ValidUntil < today;

    public static Expression<Func<PortalUser, bool>> Not(Expression<Func<PortalUser, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Expression.Lambda<Func<PortalUser, bool>>(Expression.Not(condition.Body), condition.Parameters);
    }
}
