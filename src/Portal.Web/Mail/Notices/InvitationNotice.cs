using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// Asks somebody to set its first password. The login ID is in it: who gets this mail does not know it yet.
/// </summary>
internal sealed record InvitationNotice(NoticeCause Cause, IssuedLink Issued) : PortalMail
{
    public override string Kind => "invitation";

    public override MailCap? Cap => Cause.Detail("first") == bool.TrueString ? MailCap.Registration : MailCap.Invitation;

    public override DateTimeOffset? ValidUntil => Issued.Link.ExpiresAt;

    public override bool WarnsOfOthers => true;

    public override MailBody Write(MailContext to) =>
        new MailBody(to.Text<NoticeText>("Invitation.Subject"))
            .Paragraph(to.Text<NoticeText>("Invitation.Lead", to.PortalName))
            .Facts(Facts(to))
            .Button(to.Text<NoticeText>("Invitation.Set"), to.Link(LinkPurpose.Invitation, Issued.Token))
            .Paragraph(to.Text<NoticeText>(to.Tenant.HasReset(Cause.User.Door) ? "Invitation.LateReset" : "Invitation.Late"))
            .Because(to.Text<NoticeText>("Invitation.Because"));

    /// <summary>Keeps the link out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(InvitationNotice);

    private (string Label, string? Value)[] Facts(MailContext to)
    {
        var door = to.Tenant.Door(Cause.User.Door);
        return
        [
            (door.Identifier.Label.In(to.Language), Unlinked.Of(Cause.User.UserName ?? "")),
            (door.Second?.Label.In(to.Language) ?? "", door.Second is null ? null : EmailAddress.Readable(Cause.User.Email)),
            (to.Text<NoticeText>("Until"), to.Time(Issued.Link.ExpiresAt)),
        ];
    }
}
