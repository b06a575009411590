using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Mail.Notices.Rows;

/// <summary>What e-mail addresses owe.</summary>
internal sealed class EmailNotices() : NoticeContribution(
    [
        new(AuditKinds.EmailChanged,
            "to the old address (with a link that undoes what the user itself did) and to the new one (with a link that confirms "
                + "what somebody else entered)",
            Changed),
        new(AuditKinds.EmailChangeRequested, "the link itself, to the address that it proves", Requested),
        new(AuditKinds.EmailChangeUndone, "to both addresses", Undone),
        new(AuditKinds.EmailCheckRequested, "the link itself, to the registered address", Requested),
    ])
{
    // The old address is told, too: it may be a hijacker's doing, and the owner reads only the old one (ML-07, MAIL-3).
    private static IEnumerable<Notice> Changed(NoticeCause cause) =>
    [
        new Notice(At(cause, "from"), new AddressRemovedNotice(cause), "/from"),
        new Notice(At(cause, "to"), new AddressAddedNotice(cause), "/to"),
    ];

    private static IEnumerable<Notice> Undone(NoticeCause cause) =>
    [
        new Notice(At(cause, "from"), new FormerAddressNotice(cause, "AddressTakenBack"), "/from"),
        new Notice(At(cause, "to"), new AccountNotice(cause, "AddressRestored"), "/to"),
    ];

    // The link goes to the address that it proves, which need not be the registered one (MAIL-1).
    private static IEnumerable<Notice> Requested(NoticeCause cause) =>
        (cause.Link(LinkPurpose.EmailChangeNew) ?? cause.Link(LinkPurpose.EmailChangeOld) ?? cause.Link(LinkPurpose.EmailConfirmation))
            is { } issued
            ? [new Notice(MailRecipient.At(cause.User, issued.Link.Email), new AddressLinkNotice(cause, issued))]
            : [];

    private static MailRecipient? At(NoticeCause cause, string detail) =>
        cause.Detail(detail) is { Length: > 0 } address ? MailRecipient.At(cause.User, address) : null;
}
