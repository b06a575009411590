using System.Globalization;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Mail.Notices;

/// <summary>One mail that an event owes.</summary>
/// <param name="Part">Tells the mails of one event apart; empty where there is one.</param>
internal sealed record Notice(MailRecipient? Recipient, PortalMail Mail, string Part = "");

/// <summary>
/// The one table "account event → notice" (architecture 3). No tenant and no user can switch a row of it off (ML-07).
/// </summary>
internal static class NoticeTable
{
    private static readonly Dictionary<string, Func<NoticeCause, IEnumerable<Notice>>> Rows = new()
    {
        [AuditKinds.Locked] = Locked,
        [AuditKinds.LockMailsSummed] = cause => ToOwner(cause, new LocksSummedNotice(cause)),
        [AuditKinds.SignInDisowned] = cause => ToOwner(cause, new DisownedNotice(cause)),
        [AuditKinds.PasswordVoided] = cause => ToOwner(cause, new VoidedNotice(cause)),
        [AuditKinds.Released] = Released,
        [AuditKinds.PasswordChanged] = cause => ToOwner(cause, new AccountNotice(cause, "PasswordChanged")),
        [AuditKinds.PasswordReset] = cause => ToOwner(cause, new AccountNotice(cause, "PasswordReset")),
        [AuditKinds.TemporaryPasswordIssued] = TemporaryPassword,
        [AuditKinds.KeywordChanged] = cause => ToOwner(cause, new AccountNotice(cause, "KeywordChanged")),
        [AuditKinds.EmailChanged] = Addresses,
        [AuditKinds.EmailChangeRequested] = AddressLinks,
        [AuditKinds.EmailChangeUndone] = AddressesUndone,
        [AuditKinds.UserRegistered] = Registered,
        [AuditKinds.InvitationSent] = cause =>
            cause.Link(LinkPurpose.Invitation) is { } link ? ToOwner(cause, new InvitationNotice(cause, link)) : [],
        [AuditKinds.AccountActivated] = cause => ToOwner(cause, new AccountNotice(cause, "AccountActivated")),
        [AuditKinds.PasskeyAdded] = cause => ToOwner(cause, new PasskeyNotice(cause, "PasskeyAdded")),
        [AuditKinds.PasskeyRemoved] = cause => ToOwner(cause, new PasskeyNotice(cause, "PasskeyRemoved")),
        [AuditKinds.UserDisabled] = cause => ToOwner(cause, new AccountNotice(cause, "UserDisabled")),
        [AuditKinds.UserEnabled] = cause => ToOwner(cause, new AccountNotice(cause, "UserEnabled")),
        [AuditKinds.ResetLinkSent] = ResetLink,
        [AuditKinds.LoginIdChanged] = cause => ToOwner(cause, new LoginIdNotice(cause)),
        [AuditKinds.PermissionsChanged] = cause => ToOwner(cause, new AccountNotice(cause, "PermissionsChanged")),
        [AuditKinds.FactorRequirementChanged] = cause =>
            ToOwner(cause, new AccountNotice(cause, cause.Detail("required") == bool.TrueString ? "FactorRequired" : "FactorNotRequired")),
        [AuditKinds.UserRemoved] = cause => ToFormerOwner(cause, new AccountNotice(cause, "UserRemoved")),
        [AuditKinds.ValidityNoticeSent] = cause => ToOwner(cause, new ValidityNotice(cause)),
        [AuditKinds.DormantNoticeSent] = cause => ToOwner(cause, new DormantNotice(cause)),
        [AuditKinds.SignInCodeFailed] = FailedStep,
        [AuditKinds.SecondFactorFailed] = FailedStep,
        [AuditKinds.FactorAdded] = cause => ToOwner(cause, new AccountNotice(cause, "FactorAdded")),
        [AuditKinds.FactorRemoved] = cause => ToOwner(cause, new AccountNotice(cause, "FactorRemoved")),
        [AuditKinds.RecoveryCodesMade] = cause => ToOwner(cause, new AccountNotice(cause, "RecoveryCodesMade")),
        [AuditKinds.RecoveryCodeUsed] = cause => ToOwner(cause, new RecoveryCodeNotice(cause)),
        [AuditKinds.ExportFailed] = cause => ToOwner(cause, new AccountNotice(cause, "ExportFailed")),
    };

    public static bool Concerns(string kind) => Rows.ContainsKey(kind);

    public static IEnumerable<Notice> For(NoticeCause cause) => Rows[cause.Event.Kind](cause);

    private static IEnumerable<Notice> ToOwner(NoticeCause cause, PortalMail mail) => [new Notice(MailRecipient.Of(cause.User), mail)];

    // By mailbox: an ID that is added and removed again and again is another one each time (ML-08).
    private static IEnumerable<Notice> ToFormerOwner(NoticeCause cause, PortalMail mail) =>
        MailRecipient.Of(cause.User) is { } recipient ? [new Notice(recipient with { UserId = null }, mail)] : [];

    // What the owner has locked by disowning a sign-in, that act's notice tells.
    private static IEnumerable<Notice> Locked(NoticeCause cause) =>
        cause.Event.Reason == "Disowned" ? [] : ToOwner(cause, new LockedNotice(cause, Until(cause)));

    // The notice of the reset says so, too: one act, one mail (TR-03).
    private static IEnumerable<Notice> Released(NoticeCause cause) =>
        cause.Event.Reason == AuditKinds.PasswordReset ? [] : ToOwner(cause, new AccountNotice(cause, "Released"));

    // An invitation says it all.
    private static IEnumerable<Notice> Registered(NoticeCause cause) =>
        cause.Link(LinkPurpose.Invitation) is null ? ToOwner(cause, new AddressAddedNotice(cause)) : [];

    // What its owner asked for is mailed by the worker that decides it.
    private static IEnumerable<Notice> ResetLink(NoticeCause cause) =>
        cause.Event.ActorKind is ActorKind.User or ActorKind.Staff or ActorKind.CommandLine
            && cause.Link(LinkPurpose.PasswordReset) is { } link ? ToOwner(cause, new ResetLinkNotice(cause, link)) : [];

    // A mailed one is told by the mail that brings it.
    private static IEnumerable<Notice> TemporaryPassword(NoticeCause cause) =>
        cause.Detail("origin") == nameof(TemporaryPasswordOrigin.Mail)
            ? []
            : ToOwner(cause, new AccountNotice(cause, "TemporaryPasswordIssued"));

    // The old address is told, too: it may be a hijacker's doing, and the owner reads only the old one (ML-07, MAIL-3).
    private static IEnumerable<Notice> Addresses(NoticeCause cause) =>
    [
        new Notice(At(cause, "from"), new AddressRemovedNotice(cause), "/from"),
        new Notice(At(cause, "to"), new AddressAddedNotice(cause), "/to"),
    ];

    private static IEnumerable<Notice> AddressesUndone(NoticeCause cause) =>
    [
        new Notice(At(cause, "from"), new AccountNotice(cause, "AddressTakenBack"), "/from"),
        new Notice(At(cause, "to"), new AccountNotice(cause, "AddressRestored"), "/to"),
    ];

    // The link goes to the address that it proves, which need not be the registered one (MAIL-1).
    private static IEnumerable<Notice> AddressLinks(NoticeCause cause) =>
        (cause.Link(LinkPurpose.EmailChangeNew) ?? cause.Link(LinkPurpose.EmailChangeOld)) is { } issued
            ? [new Notice(MailRecipient.At(cause.User, issued.Link.Email), new AddressLinkNotice(cause, issued))]
            : [];

    private static MailRecipient? At(NoticeCause cause, string detail) =>
        cause.Detail(detail) is { Length: > 0 } address ? MailRecipient.At(cause.User, address) : null;

    // Somebody knows the password: told once a sign-in, not once a wrong code (MF-22).
    private static IEnumerable<Notice> FailedStep(NoticeCause cause) =>
        cause.Detail("first") == bool.TrueString ? ToOwner(cause, new FailedStepNotice(cause)) : [];

    private static DateTimeOffset? Until(NoticeCause cause) =>
        cause.Detail("until") is { } until ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) : null;
}
