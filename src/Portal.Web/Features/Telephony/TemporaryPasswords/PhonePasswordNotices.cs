using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.Telephony.TemporaryPasswords;

/// <summary>What a call owes to the owner of the number, where a mail asks before its password works.</summary>
internal sealed class PhonePasswordNotices() : NoticeContribution(
    [new(CallEvents.Ended, "the link itself, where the profile says `confirmByMail`", Mails)])
{
    private static IEnumerable<Notice> Mails(NoticeCause cause) => cause.Link(LinkPurpose.PhonePassword) is { } link
        ? Notice.ToOwner(cause, new PhonePasswordNotice(cause, link))
        : [];
}

/// <summary>Asks whether the call was its reader's; the digits are known to the caller alone (IV-W04).</summary>
internal sealed record PhonePasswordNotice(NoticeCause Cause, IssuedLink Issued) : PortalMail
{
    public override string Kind => "phone-password";

    public override MailCap? Cap => MailCap.Recovery;

    public override DateTimeOffset? ValidUntil => Issued.Link.ExpiresAt;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new MailBody(to.Text<PhonePasswordText>("Asked.Subject"))
            .Paragraph(to.Text<PhonePasswordText>("Asked.Lead"))
            .Facts(
                (to.Text<PhonePasswordText>("Confirm.Calling"), Cause.Detail("calling")),
                (to.Text<PhonePasswordText>("Confirm.At"), to.Time(Cause.Event.OccurredAt)),
                (to.Text<PhonePasswordText>("Asked.Until"), to.Time(Issued.Link.ExpiresAt)))
            .Button(to.Text<PhonePasswordText>("Asked.Button"), to.Link(LinkPurpose.PhonePassword, Issued.Token))
            .IfNotYours(to.Text<PhonePasswordText>("Asked.NotYours"))
            .Because(to.Text<PhonePasswordText>("Asked.Because"));
    }

    /// <summary>Keeps the link out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(PhonePasswordNotice);
}
