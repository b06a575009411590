using Portal.Web.Data.Entities;
using Portal.Web.Mail;

namespace Portal.Web.Outbox;

/// <summary>What becomes of a row after a try.</summary>
/// <param name="NextTryAt">When it is tried again; null where it is not.</param>
internal sealed record OutboxVerdict(OutboxState State, string? Error = null, DateTimeOffset? NextTryAt = null)
{
    public static OutboxVerdict Expired { get; } = new(OutboxState.Expired);

    public static OutboxVerdict Of(MailDelivery delivery, ClaimedMail mail, DateTimeOffset now, double jitter) => delivery switch
    {
        MailDelivery.Accepted => new OutboxVerdict(OutboxState.Sent),
        MailDelivery.Refused refused => new OutboxVerdict(OutboxState.Failed, refused.Reason),
        MailDelivery.Deferred deferred when mail.Tries >= OutboxSchedule.Tries => new OutboxVerdict(OutboxState.Failed, deferred.Reason),
        MailDelivery.Deferred deferred =>
            new OutboxVerdict(OutboxState.Waiting, deferred.Reason, OutboxSchedule.NextTry(mail, now, jitter)),
        _ => throw new ArgumentOutOfRangeException(nameof(delivery)),
    };

    /// <summary>
    /// Texts go as soon as nobody needs them. A failed mail keeps its text, so that staff can try again, unless it
    /// carries a secret (ML-06).
    /// </summary>
    public bool ErasesBody(ClaimedMail mail) => State switch
    {
        OutboxState.Sent or OutboxState.Expired or OutboxState.GivenUp => true,
        OutboxState.Failed => mail.ValidUntil is not null,
        _ => false,
    };
}
