namespace Portal.Web.Data;

/// <summary>
/// Learns that a recipient's mailbox takes no mail (ML-05), in the transaction that says so of the message.
/// </summary>
public interface IBounceListener
{
    /// <param name="recipient">The address of the mail, in the tenant of the scope.</param>
    /// <param name="writtenAt">When the mail was put into the outbox: what was proven since then counts more.</param>
    Task BouncedAsync(string recipient, DateTimeOffset writtenAt);
}
