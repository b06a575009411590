using Portal.Web.Data.Entities;
using Portal.Web.Mail;

namespace Portal.Web.Features.Recovery.TemporaryPasswords;

/// <summary>
/// A temporary password for its owner, who proved ID, keyword and address (TEMP-1). The login ID is not in it: whoever
/// reads the mailbox does not get both.
/// </summary>
/// <param name="Password">The temporary password; nothing else may keep it.</param>
/// <param name="Until">Its end; after it the mail is not sent any more.</param>
public sealed record TemporaryPasswordMail(string Password, DateTimeOffset Until) : PortalMail
{
    public override string Kind => "temporary-password";

    public override MailCap? Cap => MailCap.Recovery;

    public override DateTimeOffset? ValidUntil => Until;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var policy = to.Tenant.TemporaryPasswords;
        return new MailBody(to.Text<TemporaryPasswordMailText>("Subject"))
            .Paragraph(to.Text<TemporaryPasswordMailText>("Lead"))
            .Code(to.Text<TemporaryPasswordMailText>("Password"), Password)
            .List([
                to.Text<TemporaryPasswordMailText>("Until", (int)policy.Life.TotalHours, to.Time(Until)),
                to.Text<TemporaryPasswordMailText>("Tries", policy.Tries),
                to.Text<TemporaryPasswordMailText>("Old"),
            ])
            .Button(to.Text<TemporaryPasswordMailText>("SignIn"), to.Link("/login"))
            .IfNotYours(to.Text<TemporaryPasswordMailText>("NotYours"));
    }

    /// <summary>Keeps the password out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(TemporaryPasswordMail);
}

public sealed class TemporaryPasswordMailText;
