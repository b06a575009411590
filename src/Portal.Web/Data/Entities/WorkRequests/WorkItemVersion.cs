namespace Portal.Web.Data.Entities;

/// <summary>
/// What an item said from some moment on: written once, never changed, so that a request can be read for ever as it was
/// sent.
/// </summary>
public sealed class WorkItemVersion : ITenantOwned, IAppendOnly
{
    public Guid TenantId { get; set; }

    public Guid ItemId { get; set; }

    public WorkItem? Item { get; set; }

    /// <summary>From 1 within the item.</summary>
    public int Edition { get; set; }

    /// <summary>The definition as JSON, as its author wrote it; understood by the rules of work requests.</summary>
    public required string Definition { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public string? CreatedBy { get; set; }
}
