using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredLinks : OwnedRows<SecurityLink>
{
    internal StoredLinks(WorldSource source)
        : base(source)
    {
    }

    /// <summary>Those that nothing has superseded or withdrawn, in time or not.</summary>
    public Task<long> CountOpenAsync(Guid userId, LinkPurpose? purpose = null) => CountAsync(link =>
        link.UserId == userId && link.EndedAt == null && (purpose == null || link.Purpose == purpose));

    /// <summary>Those that can still be used.</summary>
    public Task<long> CountUsableAsync(Guid userId)
    {
        var now = Source.Clock.GetUtcNow();
        return CountAsync(link => link.UserId == userId && link.EndedAt == null && link.ExpiresAt > now);
    }
}
