namespace Portal.Rules.Delegation;

/// <summary>The account that is acted on; already reached through the tenant's filter.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Role">Its role.</param>
/// <param name="ContractId">The contract it belongs to, or null.</param>
/// <param name="Disabled">Its sign-in is switched off. Changes no
/// verdict: disabled and locked are two states (CG-10).</param>
/// <param name="IsLastActiveManager">It is the only manager of its contract that is not disabled (CONT-4).</param>
/// <param name="Permissions">What it may do of what its role allows (CONT-5); null = all of it.</param>
/// <param name="PeerGroup">As of <see cref="Actor"/>.</param>
public sealed record Subject(Guid UserId, AccountRole Role, Guid? ContractId, bool Disabled, bool IsLastActiveManager,
    IReadOnlySet<DelegatedAct>? Permissions = null, string? PeerGroup = null)
{
    /// <summary>What it is in the contracts that it works for beside its own (CONT-2).</summary>
    public IReadOnlyList<MembershipGrant> Elsewhere { get; init; } = [];

    /// <summary>It is the only manager of one of these contracts that is not disabled (CONT-4).</summary>
    public bool IsLastElsewhere { get; init; }
}
