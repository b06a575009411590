namespace Portal.Web.Domain.Approvals;

public enum AskOutcome
{
    Asked,

    /// <summary>The same waits already; nothing is recorded.</summary>
    Waits,
}

public enum ApprovalOutcome
{
    /// <summary>Approved, and done in the same transaction.</summary>
    Approved,
    Rejected,

    /// <summary>Approved, but things had changed: it was not done.</summary>
    NotPossible,

    /// <summary>Not now, because of a limit on mails: it goes on waiting.</summary>
    TooManyMails,

    /// <summary>Not now, because of a limit on answers about addresses: it goes on waiting.</summary>
    TooManyTaken,

    /// <summary>It lacks the right to do the act itself.</summary>
    Forbidden,

    /// <summary>It asked itself, be it by another account of the same address.</summary>
    OneSelf,

    /// <summary>The act is about its own account.</summary>
    Concerned,

    /// <summary>Somebody was faster, or the time has run out.</summary>
    Over,
}
