using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox;

namespace Portal.Web.Mail;

/// <summary>Demonstration mode without a mail server: mail stays in the portal's own mailbox, once each.</summary>
internal sealed class CaughtMailTransport(IServiceScopeFactory scopes, TimeProvider clock) : IMailTransport
{
    public async Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (!await db.CaughtMails.AnyAsync(caught => caught.MessageId == mail.MessageId, cancellationToken))
        {
            db.CaughtMails.Add(Row(mail));
            await db.SaveChangesAsync(cancellationToken);
        }

        return new Delivery.Accepted();
    }

    private CaughtMail Row(OutgoingMail mail) => new()
    {
        Id = Guid.CreateVersion7(),
        To = mail.Recipient,
        From = $"{mail.SenderName} <{mail.SenderAddress}>",
        Subject = mail.Subject,
        Text = mail.Text,
        Html = mail.Html,
        MessageId = mail.MessageId,
        SentAt = clock.GetUtcNow(),
    };
}
