using Portal.Web.Outbox;

namespace Portal.Web.Mail;

/// <summary>A mail as it leaves: one sender, one recipient.</summary>
/// <param name="MessageId">With its angle brackets; the same on every try.</param>
public sealed record OutgoingMail(string MessageId, string SenderName, string SenderAddress, string Recipient, string Subject, string Text,
    string Html)
{
    /// <summary>Ids of the threads that it belongs to, with their angle brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>By which its return path names it (VERP), where the mail server may be given one.</summary>
    public string? ReturnTag { get; init; }

    /// <summary>Keeps texts, which may hold a code, out of logs (AU-05).</summary>
    public override string ToString() => MessageId;
}

/// <summary>The seam to the world outside.</summary>
public interface IMailTransport
{
    Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
