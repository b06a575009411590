using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredSessions : OwnedRows<Session>
{
    internal StoredSessions(WorldSource source)
        : base(source)
    {
    }

    /// <summary>Those that nobody and nothing has ended.</summary>
    public Task<long> CountOpenAsync(Guid userId) => CountAsync(session => session.UserId == userId && session.EndedAt == null);

    public Task EndAllAsync(string reason, DateTimeOffset? at = null) => ChangeAllAsync(set => set
        .SetProperty(session => session.EndedAt, at ?? Source.Clock.GetUtcNow())
        .SetProperty(session => session.EndReason, reason));
}
