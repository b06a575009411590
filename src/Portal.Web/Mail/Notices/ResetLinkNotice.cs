using Portal.Web.Data.Entities;
using Portal.Web.Mail.Marks;

namespace Portal.Web.Mail.Notices;

/// <summary>The link to set a new password, sent because a manager or the staff started the reset.</summary>
internal sealed record ResetLinkNotice(NoticeCause Cause, IssuedLink Issued) : PortalMail
{
    public override string Kind => "reset-link";

    public override MailCap? Cap => MailCap.ResetLink;

    public override DateTimeOffset? ValidUntil => Issued.Link.ExpiresAt;

    public override MailBody Write(MailContext to) =>
        new MailBody(to.Text<NoticeText>("ResetLink.Subject"))
            .Paragraph(to.Text<NoticeText>("ResetLink.Lead", AccountNotice.Manager(to)))
            .Facts(AccountMark.Of(Cause.User, to), (to.Text<NoticeText>("Until"), to.Time(Issued.Link.ExpiresAt)))
            .Button(to.Text<NoticeText>("ResetLink.Set"), to.Link(LinkPurpose.PasswordReset, Issued.Token))
            .IfNotYours(to.Text<NoticeText>("ResetLink.NotYours"));

    /// <summary>Keeps the link out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(ResetLinkNotice);
}
