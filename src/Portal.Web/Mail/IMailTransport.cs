namespace Portal.Web.Mail;

/// <summary>A mail as it leaves: one sender, one recipient.</summary>
/// <param name="MessageId">With its angle brackets; the same on every try.</param>
public sealed record OutgoingMail(string MessageId, string SenderName, string SenderAddress, string Recipient, string Subject, string Text,
    string Html)
{
    /// <summary>Keeps texts, which may hold a code, out of logs (AU-05).</summary>
    public override string ToString() => MessageId;
}

public abstract record MailDelivery
{
    private MailDelivery()
    {
    }

    /// <summary>Somebody else is responsible for it now.</summary>
    public sealed record Accepted : MailDelivery;

    /// <summary>Not now; another try may succeed.</summary>
    public sealed record Deferred(string Reason) : MailDelivery;

    /// <summary>Never; the same mail would be refused again.</summary>
    public sealed record Refused(string Reason) : MailDelivery;
}

/// <summary>The seam to the world outside.</summary>
public interface IMailTransport
{
    Task<MailDelivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
