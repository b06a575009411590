using Portal.Rules.Lockout;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators;

/// <summary>
/// What keeps an ID from signing in, or will ask something of it. Several at once are possible: locked and disabled are
/// two states.
/// </summary>
public enum OperatorState
{
    Active,
    Locked,
    MustChange,
    Disabled,
    Expired,
    Dormant,
    Temporary,
    TemporaryExpired,
    NoPassword,
    Invited,
}

public static class OperatorStates
{
    /// <summary>
    /// Those that a list can be narrowed to, what asks for an act first; the rest are shades of "must change".
    /// </summary>
    public static readonly IReadOnlyList<OperatorState> Filters = [OperatorState.Locked, OperatorState.MustChange,
        OperatorState.Invited, OperatorState.Disabled, OperatorState.Expired, OperatorState.Dormant, OperatorState.Active];

    /// <param name="temporaryUntil">End of the current temporary password, past or to come; null = there is
    /// none.</param>
    public static IReadOnlyList<OperatorState> Of(PortalUser user, PortalTenant tenant, DateTimeOffset? temporaryUntil, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(user);
        var (facts, today) = (AccountStandings.Facts(user, tenant), tenant.Zone.DayOf(now));
        List<OperatorState> states =
        [
            .. When(facts.IsDisabled, OperatorState.Disabled),
            .. When(user.SignIn is { } row && LockoutRules.IsLocked(row.ToLockout(), now), OperatorState.Locked),
            .. When(facts.HasEnded(today), OperatorState.Expired),
            .. Password(user, temporaryUntil, now),
            .. When(user.DormantNoticeAt is not null, OperatorState.Dormant),
        ];
        return states.Count == 0 ? [OperatorState.Active] : states;
    }

    public static string Tone(OperatorState state) => state switch
    {
        OperatorState.Active => "success",
        OperatorState.Locked => "error",
        OperatorState.MustChange => "warning",
        OperatorState.Disabled => "neutral",
        OperatorState.Expired => "neutral",
        OperatorState.Dormant => "purple",
        OperatorState.Temporary => "orange",
        OperatorState.TemporaryExpired => "orange",
        OperatorState.NoPassword => "purple",
        OperatorState.Invited => "purple",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static IEnumerable<OperatorState> Password(PortalUser user, DateTimeOffset? temporaryUntil, DateTimeOffset now) =>
        temporaryUntil switch
        {
            { } until => [until > now ? OperatorState.Temporary : OperatorState.TemporaryExpired],
            null when user.PasswordHash is null => [user.InvitedAt is null ? OperatorState.NoPassword : OperatorState.Invited],
            null => When(user.MustChangePassword, OperatorState.MustChange),
        };

    private static IEnumerable<OperatorState> When(bool condition, OperatorState state) => condition ? [state] : [];
}
