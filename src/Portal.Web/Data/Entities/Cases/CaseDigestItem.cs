namespace Portal.Web.Data.Entities;

/// <summary>
/// Something that one reader is told with the next digest (CASE-7). It names what happened and holds no word of it:
/// what may be told is asked when it is told. Goes with the account.
/// </summary>
public sealed class CaseDigestItem : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public Guid CaseId { get; set; }

    /// <summary>The event that it is told by.</summary>
    public Guid EventId { get; set; }

    /// <summary>What was said; null where nothing was that the customer's side sees.</summary>
    public Guid? EntryId { get; set; }

    /// <summary>When all that waits for this reader goes out.</summary>
    public DateTimeOffset DueAt { get; set; }
}
