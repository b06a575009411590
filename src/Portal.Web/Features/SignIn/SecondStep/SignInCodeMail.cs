using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Mail.Marks;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>The code for a sign-in that is under way (MFA-4).</summary>
/// <param name="Owner">Whose sign-in it is: several accounts may share a mailbox.</param>
/// <param name="Code">Six or eight digits; nothing else may keep it.</param>
/// <param name="Until">The code's end; after it the mail is not sent any more.</param>
/// <param name="Address">Where the sign-in comes from, so that its owner can tell it from somebody else's.</param>
/// <param name="Browser">What is known of the browser; null leaves it out.</param>
public sealed record SignInCodeMail(PortalUser Owner, string Code, DateTimeOffset Until, string? Address, string? Browser) : PortalMail
{
    public override string Kind => "sign-in-code";

    public override DateTimeOffset? ValidUntil => Until;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var minutes = (int)Math.Ceiling((Until - to.Now).TotalMinutes);
        return new MailBody(to.Text<SignInCodeMailText>("Subject"))
            .Paragraph(to.Text<SignInCodeMailText>("Lead", minutes))
            .Code(to.Text<SignInCodeMailText>("Code"), Code)
            .Paragraph(to.Text<SignInCodeMailText>("Secret"))
            .Facts(
                AccountMark.Of(Owner, to),
                (to.Text<SignInCodeMailText>("Until"), to.Time(Until)),
                (to.Text<SignInCodeMailText>("Address"), Address),
                (to.Text<SignInCodeMailText>("Browser"), Browser))
            .IfNotYours(to.Text<SignInCodeMailText>("NotYours"));
    }

    /// <summary>Keeps the code out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(SignInCodeMail);
}

public sealed class SignInCodeMailText;
