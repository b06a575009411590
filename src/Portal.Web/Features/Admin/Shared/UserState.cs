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
    NoPassword,
}

public static class UserStates
{
    public static IReadOnlyList<UserState> Of(PortalUser user, PortalTenant tenant, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(user);
        var states = All(user, tenant, now).ToList();
        return states.Count == 0 ? [UserState.Active] : states;
    }

    public static string Tone(UserState state) => state switch
    {
        UserState.Active => "success",
        UserState.Locked or UserState.Void => "error",
        UserState.MustChange or UserState.NoPassword => "warning",
        _ => "neutral",
    };

    private static IEnumerable<UserState> All(PortalUser user, PortalTenant tenant, DateTimeOffset now)
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

        if (user.PasswordHash is null)
        {
            yield return UserState.NoPassword;
        }
        else if (user.MustChangePassword)
        {
            yield return UserState.MustChange;
        }
    }
}
