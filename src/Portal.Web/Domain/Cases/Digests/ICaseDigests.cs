namespace Portal.Web.Domain.Cases.Digests;

/// <summary>
/// Mails that tell readers in one piece what happened to their cases within a short time (CASE-7). Written where the
/// mails of cases are; woken by a round.
/// </summary>
public interface ICaseDigests
{
    /// <summary>The readers of the current tenant for whom something waits that is due.</summary>
    IQueryable<Guid> Due();

    /// <summary>Tells one of them, as far as it may still be told.</summary>
    /// <returns>1 where something waited, whether or not it was told.</returns>
    Task<int> SendAsync(Guid userId);
}
