namespace Portal.Web.Data.Entities;

/// <summary>What a mail is, for the limits on how many go out (ML-08). A mail without one has no limit.</summary>
public enum MailCap
{
    /// <summary>An invitation once more.</summary>
    Invitation,

    /// <summary>A reset that a manager or the staff starts.</summary>
    ResetLink,

    /// <summary>Proof of an address that its owner changes.</summary>
    AddressLink,

    /// <summary>Confirmation of an address that somebody else entered.</summary>
    Address,

    /// <summary>The first mail of a new ID, be it an invitation or the confirmation of its address.</summary>
    Registration,

    /// <summary>A way back in that its owner asked for without being signed in.</summary>
    Recovery,

    /// <summary>Tells an owner what somebody else did; each kind has its own count.</summary>
    Notice,

    /// <summary>Tells an owner that the account was locked.</summary>
    Lock,

    /// <summary>What happened to a case that one is concerned in.</summary>
    Case,
}
