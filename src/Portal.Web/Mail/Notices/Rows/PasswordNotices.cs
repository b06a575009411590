using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Mail.Notices.Rows;

/// <summary>What passwords, and what replaces them, owe.</summary>
internal sealed class PasswordNotices() : NoticeContribution(
    [
        NoticeRow.Plain(AuditKinds.PasswordChanged, "PasswordChanged"),
        NoticeRow.Plain(AuditKinds.PasswordReset, "PasswordReset"),
        new(AuditKinds.TemporaryPasswordIssued, "to the owner; the one by mail is its own notice", TemporaryPassword),
        NoticeRow.Plain(AuditKinds.KeywordChanged, "KeywordChanged"),
        new(AuditKinds.InvitationSent, "the link itself", Invitation),
        NoticeRow.Plain(AuditKinds.AccountActivated, "AccountActivated"),
        new(AuditKinds.ResetLinkSent, "the link itself", ResetLink),
    ])
{
    private static IEnumerable<Notice> Invitation(NoticeCause cause) =>
        cause.Link(LinkPurpose.Invitation) is { } link ? Notice.ToOwner(cause, new InvitationNotice(cause, link)) : [];

    // What its owner asked for is mailed by the worker that decides it.
    private static IEnumerable<Notice> ResetLink(NoticeCause cause) =>
        cause.Event.ActorKind is ActorKind.User or ActorKind.Staff or ActorKind.CommandLine
            && cause.Link(LinkPurpose.PasswordReset) is { } link ? Notice.ToOwner(cause, new ResetLinkNotice(cause, link)) : [];

    // A mailed one is told by the mail that brings it; one by telephone by its own words, since a calling number can be
    // forged (IV-W04, IV-W09).
    private static IEnumerable<Notice> TemporaryPassword(NoticeCause cause) => cause.Detail("origin") switch
    {
        nameof(TemporaryPasswordOrigin.Mail) => [],
        nameof(TemporaryPasswordOrigin.Phone) => Notice.ToOwner(cause, new TemporaryPasswordNotice(cause, "TemporaryPasswordByPhone")),
        _ => Notice.ToOwner(cause, new TemporaryPasswordNotice(cause, "TemporaryPasswordIssued")),
    };
}
