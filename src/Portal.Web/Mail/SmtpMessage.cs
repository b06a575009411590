using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Portal.Rules.Text;

namespace Portal.Web.Mail;

internal static class SmtpMessage
{
    public static MailMessage Of(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = new MailAddress(mail.SenderAddress, mail.SenderName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(EmailAddress.ForMailer(mail.Recipient)));

        // Vacation answers and the like would go to a mailbox that nobody reads (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add("Message-ID", mail.MessageId);
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
