using System.Collections.Concurrent;
using Portal.Web.Mail;

namespace Portal.Web.Tests.Outbox;

/// <summary>The world outside: keeps what it is given, in order, and answers as told.</summary>
internal sealed class MailWorld : IMailTransport
{
    public ConcurrentQueue<OutgoingMail> Given { get; } = new();

    /// <summary>What the world says to a mail; null accepts it.</summary>
    public Func<OutgoingMail, MailDelivery?> Answer { get; set; } = _ => null;

    public IReadOnlyList<string> Recipients => [.. Given.Select(mail => mail.Recipient)];

    public Task<MailDelivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Given.Enqueue(mail);
        return Task.FromResult(Answer(mail) ?? new MailDelivery.Accepted());
    }
}
