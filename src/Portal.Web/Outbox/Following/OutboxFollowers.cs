using Portal.Web.Data.Entities;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Outbox.Following;

/// <summary>Tells those who follow a channel what became of a message.</summary>
public sealed class OutboxFollowers(IEnumerable<IOutboxFollower> followers)
{
    /// <param name="businessKey">As the row has it.</param>
    public async Task TellAsync(OutboxChannel channel, string businessKey, OutboxState state, DateTimeOffset? nextTryAt = null)
    {
        var news = new OutboxNews(channel == OutboxChannel.Webhook ? WebhookQueue.Told(businessKey) : businessKey, state, nextTryAt);
        foreach (var follower in followers.Where(each => each.Channel == channel))
        {
            await follower.FollowAsync(news);
        }
    }
}
