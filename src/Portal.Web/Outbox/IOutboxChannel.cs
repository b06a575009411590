using Portal.Web.Data.Entities;

namespace Portal.Web.Outbox;

/// <summary>
/// One way out of the outbox. Rows, claims, pauses, dead letters and the staff's acts are the same for all; a channel
/// knows how a message of its kind is delivered, and how many at once.
/// </summary>
internal interface IOutboxChannel
{
    OutboxChannel Channel { get; }

    /// <summary>How many messages one node has under way.</summary>
    int AtOnce { get; }

    /// <summary>
    /// How many of them may be one tenant's, so that its slow counterpart leaves room for the others.
    /// </summary>
    int AtOncePerTenant { get; }

    /// <summary>
    /// One try. Ends well within <see cref="OutboxSchedule.Lease"/>; whatever it throws counts as
    /// <see cref="Delivery.Deferred"/>.
    /// </summary>
    Task<Delivery> DeliverAsync(ClaimedMessage message, CancellationToken cancellationToken);
}
