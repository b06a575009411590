using System.Text;
using MimeKit;
using MimeKit.Text;
using Portal.Rules.Text;

namespace Portal.Web.Mail.Smtp;

internal static class SmtpMessage
{
    public static MimeMessage Of(OutgoingMail mail, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            Date = now,
            MessageId = mail.MessageId.Trim('<', '>'),
            Subject = OneLine.Of(mail.Subject),
            Body = new MultipartAlternative { Part(TextFormat.Plain, mail.Text), Part(TextFormat.Html, mail.Html) },
        };
        message.From.Add(new MailboxAddress(OneLine.Of(mail.SenderName), mail.SenderAddress));
        message.To.Add(new MailboxAddress(null, EmailAddress.ForMailer(mail.Recipient)));

        foreach (var thread in mail.References)
        {
            message.References.Add(thread.Trim('<', '>'));
        }

        // Vacation answers and the like would go to a mailbox that nobody reads (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    // Base64 reaches every mailbox as it was sent; what is between may neither fold nor re-code Japanese text.
    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }
}
