namespace Portal.Web.Data.Entities;

/// <summary>
/// What is owed to the world outside: a mail, or an event for another system. Written in the transaction of what caused
/// it; a dispatcher sends it.
/// </summary>
public sealed class OutboxMessage : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public OutboxChannel Channel { get; set; }

    /// <summary>The mail's template, or the event's type.</summary>
    public required string Kind { get; set; }

    /// <summary>The same business key is one message, however often its cause is handled (ML-03).</summary>
    public required string BusinessKey { get; set; }

    /// <summary>Stable over every try, so that a duplicate can be recognised (OB-02).</summary>
    public required string MessageId { get; set; }

    /// <summary>
    /// A mail's address; of an event, what it is about. Those of one recipient go out in their order.
    /// </summary>
    public required string Recipient { get; set; }

    public Guid? RecipientUserId { get; set; }

    /// <summary>What it counts as, where its number is limited (ML-08).</summary>
    public MailCap? Cap { get; set; }

    /// <summary>The recipient's mailbox as it is counted; set with <see cref="Cap"/>.</summary>
    public string? Mailbox { get; set; }

    /// <summary>The account whose act it is, where one is signed in; set with <see cref="Cap"/>.</summary>
    public Guid? CausedBy { get; set; }

    public required string Language { get; set; }

    public required string SenderName { get; set; }

    public required string SenderAddress { get; set; }

    public required string Subject { get; set; }

    /// <summary>What it says, encrypted; erased once the message is out or dead (ML-06).</summary>
    public byte[]? ProtectedBody { get; set; }

    public OutboxState State { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>
    /// When it is due; while it is being sent, when its worker counts as dead and another one takes it.
    /// </summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>Not sent after this moment: a code that is out of date helps nobody.</summary>
    public DateTimeOffset? ValidUntil { get; set; }

    /// <summary>Raised at every claim; a worker that woke up late holds an old number and is refused (OB-03).</summary>
    public int Fence { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? LastError { get; set; }
}
