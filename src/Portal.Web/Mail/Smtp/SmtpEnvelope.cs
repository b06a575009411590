using MimeKit;

namespace Portal.Web.Mail.Smtp;

/// <summary>A message, and whom the server is told that it comes from and goes to.</summary>
internal sealed record SmtpEnvelope(MimeMessage Message, MailboxAddress Sender, MailboxAddress Recipient)
{
    /// <param name="message">Of one sender, to one recipient.</param>
    /// <param name="bounceAddress">Where failed deliveries are told; the sender's address without it.</param>
    public SmtpEnvelope(MimeMessage message, string? bounceAddress)
        : this(message, Bounce(bounceAddress) ?? message.From.Mailboxes.Single(), message.To.Mailboxes.Single())
    {
    }

    private static MailboxAddress? Bounce(string? address) => string.IsNullOrEmpty(address) ? null : new MailboxAddress(null, address);
}
