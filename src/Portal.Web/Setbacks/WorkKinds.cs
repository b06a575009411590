namespace Portal.Web.Setbacks;

/// <summary>Work whose rows can be set aside. Mails have states of their own in the outbox.</summary>
public static class WorkKinds
{
    public const string Recovery = "recovery";
    public const string Lapse = "lapse";
    public const string Validity = "validity";
    public const string Export = "export";
    public const string LockMails = "lock-mails";
    public const string CaseClosing = "case-closing";
    public const string CaseDigest = "case-digest";
    public const string PointExpiry = "point-expiry";

    public static readonly IReadOnlyList<string> All =
        [Recovery, Lapse, Validity, Export, LockMails, CaseClosing, CaseDigest, PointExpiry];
}
