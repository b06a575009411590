using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Mail.Bounces;

namespace Portal.Web.Outbox;

/// <summary>Mails of the outbox, on their way to the mail server.</summary>
internal sealed class MailChannel(IMailTransport transport, OutboxBodies bodies, BounceTag tags) : IOutboxChannel
{
    public OutboxChannel Channel => OutboxChannel.Mail;

    public int AtOnce => 4;

    // One server takes the mail of all.
    public int AtOncePerTenant => AtOnce;

    public Task<Delivery> DeliverAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        var body = bodies.Unprotect(message.TenantId, message.ProtectedBody!);
        var mail = new OutgoingMail(message.MessageId, message.SenderName, message.SenderAddress, message.Recipient, message.Subject,
            body.Text, body.Html)
        {
            References = body.References,
            ReturnTag = tags.Of(message.Id),
        };
        return transport.SendAsync(mail, cancellationToken);
    }
}
