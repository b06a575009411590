using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Mail.Notices.Rows;

/// <summary>What accounts owe that come, go, change their ID or their rights, or run out.</summary>
internal sealed class StandingNotices() : NoticeContribution(
    [
        new(AuditKinds.UserRegistered, "to the address registered for it", Registered),
        new(AuditKinds.UserRemoved, "to the removed address", Removed),
        NoticeRow.Plain(AuditKinds.UserDisabled, "UserDisabled"),
        NoticeRow.Plain(AuditKinds.UserEnabled, "UserEnabled"),
        new(AuditKinds.LoginIdChanged, "to the owner", cause => Notice.ToOwner(cause, new LoginIdNotice(cause))),
        new(AuditKinds.PermissionsChanged, "to the owner", cause => Notice.ToOwner(cause, new RightsNotice(cause))),
        Membership(AuditKinds.MembershipGranted, "MembershipGranted"),
        Membership(AuditKinds.MembershipChanged, "MembershipChanged"),
        Membership(AuditKinds.MembershipWithdrawn, "MembershipWithdrawn"),
        new(AuditKinds.ValidityNoticeSent, "to the owner", cause => Notice.ToOwner(cause, new ValidityNotice(cause))),
        new(AuditKinds.DormantNoticeSent, "to the owner", cause => Notice.ToOwner(cause, new DormantNotice(cause))),
    ])
{
    // Who has not answered its invitation yet may not be who reads that address (CASE-7).
    private static NoticeRow Membership(string kind, string words) => new(kind, "to the owner, where its invitation is answered", cause =>
        cause.User is { InvitedAt: not null, PasswordHash: null, EmailConfirmedAt: null }
            ? []
            : Notice.ToOwner(cause, new MembershipNotice(cause, words)));

    // An invitation says it all.
    private static IEnumerable<Notice> Registered(NoticeCause cause) =>
        cause.Link(LinkPurpose.Invitation) is null ? Notice.ToOwner(cause, new AddressAddedNotice(cause)) : [];

    // By mailbox: an ID that is added and removed again and again is another one each time (ML-08).
    private static IEnumerable<Notice> Removed(NoticeCause cause) =>
        MailRecipient.Of(cause.User) is { } recipient && cause.Detail("told") != bool.FalseString
        ? [new Notice(recipient with { UserId = null }, new FormerAddressNotice(cause, "UserRemoved"))]
        : [];
}
