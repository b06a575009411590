using Portal.Rules.Standing;

namespace Portal.Rules.LinkedAdministrators;

/// <summary>A link to an administrator ID, and the state of that ID (LINK-4, LINK-5).</summary>
/// <param name="Standing">May the administrator ID be in at all?</param>
/// <param name="IsAdministrator">It still is one: a manager at the door of administrator IDs.</param>
/// <param name="IsLocked">Its password is locked or void.</param>
/// <param name="HasOwnPassword">It has a password that its owner set and need not change now.</param>
/// <param name="StaleSince">When its password first changed since it was entered for the link; null where not.</param>
/// <param name="ProvedFactor">A second factor was proven for this link.</param>
/// <param name="AsksFactor">The ID asks for a second factor at sign-in.</param>
public sealed record LinkFacts(
    AccountStanding Standing,
    bool IsAdministrator,
    bool IsLocked,
    bool HasOwnPassword,
    DateTimeOffset? StaleSince,
    bool ProvedFactor,
    bool AsksFactor);
