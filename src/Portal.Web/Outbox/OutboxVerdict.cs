using Portal.Web.Data.Entities;

namespace Portal.Web.Outbox;

/// <summary>What becomes of a row after a try.</summary>
/// <param name="NextTryAt">When it is tried again; null where it is not.</param>
internal sealed record OutboxVerdict(OutboxState State, string? Error = null, DateTimeOffset? NextTryAt = null)
{
    /// <summary>The recipient's mailbox takes no mail.</summary>
    public bool Bounced { get; init; }

    public static OutboxVerdict Expired { get; } = new(OutboxState.Expired);

    public static OutboxVerdict Of(Delivery delivery, ClaimedMessage message, DateTimeOffset now, double jitter) => delivery switch
    {
        Delivery.Accepted => new OutboxVerdict(OutboxState.Sent),
        Delivery.Refused refused => new OutboxVerdict(OutboxState.Failed, refused.Reason) { Bounced = refused.IsOfMailbox },
        Delivery.Deferred deferred when message.Tries >= OutboxSchedule.Tries => new OutboxVerdict(OutboxState.Failed, deferred.Reason),
        Delivery.Deferred deferred =>
            new OutboxVerdict(OutboxState.Waiting, deferred.Reason, OutboxSchedule.NextTry(message, now, jitter)),
        _ => throw new ArgumentOutOfRangeException(nameof(delivery)),
    };

    /// <summary>
    /// Texts go as soon as nobody needs them. A failed message keeps its text, so that staff can try again, unless it
    /// carries a secret (ML-06).
    /// </summary>
    public bool ErasesBody(ClaimedMessage message) => State switch
    {
        OutboxState.Sent or OutboxState.Expired or OutboxState.GivenUp => true,
        OutboxState.Failed => message.ValidUntil is not null,
        _ => false,
    };
}
