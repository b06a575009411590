namespace Portal.Rules.Delegation;

/// <summary>A customer's account that acts.</summary>
/// <param name="UserId">Its account.</param>
/// <param name="Role">Its role.</param>
/// <param name="ContractId">The contract it belongs to or has opened;
/// null = none, so that every other account is hidden.</param>
/// <param name="Permissions">What it may do of what its role allows (CONT-5); null = all of it.</param>
/// <param name="PeerGroup">The login ID whose users look after
/// one another (USER-3); null = the tenant has no peers.</param>
public sealed record Actor(Guid UserId, AccountRole Role, Guid? ContractId, IReadOnlySet<DelegatedAct>? Permissions,
    string? PeerGroup = null);
