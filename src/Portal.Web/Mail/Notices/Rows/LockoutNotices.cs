using System.Globalization;
using Portal.Web.Audit;

namespace Portal.Web.Mail.Notices.Rows;

/// <summary>What locks and their ends owe.</summary>
internal sealed class LockoutNotices() : NoticeContribution(
    [
        new(AuditKinds.Locked, "to the owner: since when, from where, how to get back in; five a day", Locked),
        new(AuditKinds.LockMailsSummed, "to the owner: how many there were",
            cause => Notice.ToOwner(cause, new LocksSummedNotice(cause))),
        new(AuditKinds.PasswordVoided, "to the owner: since when, from where, how to get back in",
            cause => Notice.ToOwner(cause, new VoidedNotice(cause))),
        new(AuditKinds.Released, "to the owner; for a reset, the notice of the reset says it", Released),
        new(AuditKinds.SignInDisowned, "to the owner; a report to the profile's `mail.reportAddress`",
            cause => Notice.ToOwner(cause, new DisownedNotice(cause))),
    ])
{
    // What the owner has locked by disowning a sign-in, that act's notice tells.
    private static IEnumerable<Notice> Locked(NoticeCause cause) =>
        cause.Event.Reason == "Disowned" ? [] : Notice.ToOwner(cause, new LockedNotice(cause, Until(cause)));

    // The notice of the reset says so, too: one act, one mail (TR-03).
    private static IEnumerable<Notice> Released(NoticeCause cause) =>
        cause.Event.Reason == AuditKinds.PasswordReset ? [] : Notice.ToOwner(cause, new ReleasedNotice(cause));

    private static DateTimeOffset? Until(NoticeCause cause) =>
        cause.Detail("until") is { } until ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) : null;
}
