namespace Portal.Web.Domain.Accounts.Staff;

/// <summary>How an act on an account of the staff ended.</summary>
public enum StaffOutcome
{
    Done,

    /// <summary>It was so already; nothing is recorded.</summary>
    Unchanged,

    /// <summary>Somebody changed the account since the form was opened; nothing was written (SAFE-1).</summary>
    Conflict,

    /// <summary>By the rights that both have now, it is not allowed.</summary>
    Refused,

    /// <summary>One system administrator must be left (AZ-08).</summary>
    LastAdministrator,

    /// <summary>There is an account of this address.</summary>
    Taken,

    /// <summary>So many mails went to this address that none may go now (ML-08).</summary>
    TooManyMails,
}
