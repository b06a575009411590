namespace Portal.Web.Outbox;

/// <summary>
/// A row of some channel as its worker got it; <see cref="Fence"/> is what the worker must show to settle it.
/// </summary>
internal sealed class ClaimedMessage
{
    public Guid TenantId { get; init; }

    public Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string BusinessKey { get; init; }

    public required string MessageId { get; init; }

    public required string Recipient { get; init; }

    public required string SenderName { get; init; }

    public required string SenderAddress { get; init; }

    public required string Subject { get; init; }

    public byte[]? ProtectedBody { get; init; }

    public int Tries { get; init; }

    public int Fence { get; init; }

    public DateTimeOffset NextTryAt { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }
}
