using Portal.Web.Data.Entities;
using Portal.Web.Http.Places;
using Portal.Web.Mail;

namespace Portal.Web.Features.Recovery.Registrations;

/// <summary>The link that sets the first password of an account that somebody registers for itself (LINK-3).</summary>
/// <param name="Token">Nothing else may keep it.</param>
/// <param name="Until">Its end; after it the mail is not sent any more.</param>
public sealed record RegistrationMail(string Token, DateTimeOffset Until) : PortalMail
{
    public override string Kind => "registration";

    public override MailCap? Cap => MailCap.Recovery;

    public override DateTimeOffset? ValidUntil => Until;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new MailBody(to.Text<RegistrationMailText>("Subject"))
            .Paragraph(to.Text<RegistrationMailText>("Lead"))
            .Button(to.Text<RegistrationMailText>("Set"), to.Link(LinkPurpose.Registration, Token))
            .List([to.Text<RegistrationMailText>("Until", to.Time(Until)), to.Text<RegistrationMailText>("Once")])
            .IfNotYours(to.Text<RegistrationMailText>("NotYours"))
            .Because(to.Text<RegistrationMailText>("Because"));
    }

    /// <summary>Keeps the link out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(RegistrationMail);
}

/// <summary>Who registers with an address that signs in already is told so in its mailbox alone (EN-06).</summary>
public sealed record AlreadyRegisteredMail(string Door) : PortalMail
{
    public override string Kind => "registered-already";

    public override MailCap? Cap => MailCap.Recovery;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return new MailBody(to.Text<RegistrationMailText>("Known.Subject"))
            .Paragraph(to.Text<RegistrationMailText>("Known.Lead"))
            .Button(to.Text<RegistrationMailText>("Known.SignIn"), to.Link(SignInPaths.LoginOf(to.Tenant.Door(Door).Path).TrimStart('~')))
            .Paragraph(to.Text<RegistrationMailText>("Known.Forgotten"))
            .IfNotYours(to.Text<RegistrationMailText>("Known.NotYours"));
    }
}

public sealed class RegistrationMailText;
