using System.Collections.Concurrent;
using Portal.Web.Mail;
using Portal.Web.Outbox;

namespace Portal.Web.Tests.Outbox;

/// <summary>The world outside: keeps what it is given, in order, and answers as told.</summary>
internal sealed class MailWorld : IMailTransport
{
    public ConcurrentQueue<OutgoingMail> Given { get; } = new();

    /// <summary>What the world says to a mail; null accepts it.</summary>
    public Func<OutgoingMail, Delivery?> Answer { get; set; } = _ => null;

    public IReadOnlyList<string> Recipients => [.. Given.Select(mail => mail.Recipient)];

    public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Given.Enqueue(mail);
        return Task.FromResult(Answer(mail) ?? new Delivery.Accepted());
    }
}
