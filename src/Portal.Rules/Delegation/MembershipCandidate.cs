namespace Portal.Rules.Delegation;

/// <summary>Who is to work for a contract beside its own.</summary>
/// <param name="UserId">Its account.</param>
/// <param name="Role">Its role at home.</param>
/// <param name="ContractId">Its home contract; null = none.</param>
/// <param name="HolderId">The holder of that one; null = none.</param>
/// <param name="IsMember">It has a membership of the contract already.</param>
public sealed record MembershipCandidate(Guid UserId, AccountRole Role, Guid? ContractId, Guid? HolderId, bool IsMember);
