namespace Portal.Rules.Delegation;

/// <summary>What somebody is in a contract beside its own.</summary>
/// <param name="Role">Member or manager.</param>
/// <param name="Permissions">Of a manager, what it may do; null = all of it.</param>
public sealed record MembershipGrant(AccountRole Role, IReadOnlySet<DelegatedAct>? Permissions)
{
    /// <summary>What the one who acts is in the same contract; null = nothing.</summary>
    public MembershipGrant? OfActor { get; init; }
}
