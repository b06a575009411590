using Portal.Web.Data.Entities;

namespace Portal.Web.Outbox.Following;

/// <param name="BusinessKey">As its writer gave it.</param>
/// <param name="State">What the message is now; <see cref="OutboxState.Sending"/> where staff have begun its tries
/// anew.</param>
/// <param name="NextTryAt">When it is tried again; null where it is not.</param>
public sealed record OutboxNews(string BusinessKey, OutboxState State, DateTimeOffset? NextTryAt);

/// <summary>
/// Learns what becomes of a channel's messages, in the transaction that settles them: either both are known or neither.
/// It is asked about every message of the channel and knows its own by their keys.
/// </summary>
public interface IOutboxFollower
{
    OutboxChannel Channel { get; }

    Task FollowAsync(OutboxNews news);
}
