namespace Portal.Rules.Standing;

/// <summary>What an account's standing is decided by.</summary>
/// <param name="TenantSuspended">The tenant is switched off.</param>
/// <param name="ContractSuspended">The account's contract is suspended; false where it has none.</param>
/// <param name="IsDisabled">Sign-in of the account is switched off.</param>
/// <param name="LastDay">The last day on which it signs in, in the tenant's zone; null = no end.</param>
public sealed record StandingFacts(bool TenantSuspended, bool ContractSuspended, bool IsDisabled, DateOnly? LastDay)
{
    /// <summary>True from the day after the last one.</summary>
    /// <param name="today">Today in the tenant's zone.</param>
    public bool HasEnded(DateOnly today) => LastDay < today;
}
