namespace Portal.Rules.Standing;

/// <summary>The one answer to "may this account be in": for signing in, staying in, and every way back in.</summary>
public static class StandingRules
{
    /// <summary>
    /// The first thing that stands in the way; the order decides what the audit log calls it where there are several.
    /// </summary>
    /// <param name="facts">The facts.</param>
    /// <param name="today">Today in the tenant's zone.</param>
    public static AccountStanding Of(StandingFacts facts, DateOnly today) => facts switch
    {
        { TenantSuspended: true } => AccountStanding.TenantSuspended,
        { ContractSuspended: true } => AccountStanding.ContractSuspended,
        { IsDisabled: true } => AccountStanding.Disabled,
        _ when facts.HasEnded(today) => AccountStanding.ValidityEnded,
        _ => AccountStanding.Good,
    };
}
