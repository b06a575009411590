namespace Portal.Rules.Approvals;

/// <summary>One of the two persons of a decision.</summary>
/// <param name="UserId">Its account.</param>
/// <param name="Email">Its address in canonical form: two accounts of one address are one person.</param>
public sealed record ApprovalPerson(Guid UserId, string Email);

/// <summary>What waits for a second person.</summary>
/// <param name="Requester">Who asked.</param>
/// <param name="SubjectId">The account it is about; null = none.</param>
/// <param name="ExpiresAt">From when on nobody decides about it any more.</param>
/// <param name="IsDecided">Somebody has decided, or its time has run out.</param>
public sealed record ApprovalFacts(ApprovalPerson Requester, Guid? SubjectId, DateTimeOffset ExpiresAt, bool IsDecided);
