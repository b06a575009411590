namespace Portal.Rules.Delegation;

/// <summary>A member of the staff that is acted on by another.</summary>
/// <param name="UserId">Its account in the staff realm.</param>
/// <param name="Rights">What it holds now.</param>
public sealed record StaffSubject(Guid UserId, StaffRights Rights);
