using Portal.Web.Mail.Caps;
using Portal.Web.Mail.Smtp;

namespace Portal.Web.Mail;

public sealed class MailOptions
{
    public const string Section = "Portal:Mail";

    public SmtpOptions Smtp { get; set; } = new();

    public MailCapOptions Caps { get; set; } = new();
}
