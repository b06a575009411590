using Portal.Rules.Lockout;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// What may hold of an account; several may at once, because locked and disabled are two things (CG-10).
/// </summary>
public enum UserState
{
    Active,
    Locked,
    Void,
    Disabled,
    Ended,
    ContractSuspended,
    MustChange,
    Temporary,
    TemporaryExpired,
    Invited,
    NoPassword,
}

public static class UserStates
{
    /// <param name="temporaryUntil">End of the current temporary password, past or to come; null = there is
    /// none.</param>
    public static IReadOnlyList<UserState> Of(PortalUser user, PortalTenant tenant, DateTimeOffset? temporaryUntil, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(user);
        var states = All(user, tenant, temporaryUntil, now).ToList();
        return states.Count == 0 ? [UserState.Active] : states;
    }

    public static string Tone(UserState state) => state switch
    {
        UserState.Active => "success",
        UserState.Locked or UserState.Void => "error",
        UserState.MustChange or UserState.Temporary or UserState.TemporaryExpired or UserState.Invited or UserState.NoPassword => "warning",
        _ => "neutral",
    };

    private static IEnumerable<UserState> All(PortalUser user, PortalTenant tenant, DateTimeOffset? temporaryUntil, DateTimeOffset now)
    {
        if (user.SignIn is { } row && LockFacts.Of(row.ToLockout(), now) is { } facts)
        {
            yield return facts.IsVoid ? UserState.Void : UserState.Locked;
        }

        var (standing, today) = (AccountStandings.Facts(user, tenant), tenant.Zone.DayOf(now));
        if (standing.IsDisabled)
        {
            yield return UserState.Disabled;
        }

        if (standing.HasEnded(today))
        {
            yield return UserState.Ended;
        }

        if (standing.ContractSuspended)
        {
            yield return UserState.ContractSuspended;
        }

        if (Password(user, temporaryUntil, now) is { } password)
        {
            yield return password;
        }
    }

    /// <summary>
    /// A temporary password takes the place of one's own, which the account may have had for years; by telephone it
    /// stands beside it. Without any, the account was invited or waits for its first.
    /// </summary>
    private static UserState? Password(PortalUser user, DateTimeOffset? temporaryUntil, DateTimeOffset now) => user switch
    {
        _ when temporaryUntil > now => UserState.Temporary,
        { PasswordHash: not null } => user.MustChangePassword ? UserState.MustChange : null,
        _ when temporaryUntil is not null || user.PasswordChangedAt is not null => UserState.TemporaryExpired,
        { InvitedAt: not null } => UserState.Invited,
        _ => UserState.NoPassword,
    };
}
