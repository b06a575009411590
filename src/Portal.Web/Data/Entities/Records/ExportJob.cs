namespace Portal.Web.Data.Entities;

/// <summary>An export too large to wait for (HIST-3): a job makes it, a mail brings its owner back to it.</summary>
public sealed class ExportJob : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    /// <summary>Which list: "sign-in-history", "contract-history"…</summary>
    public required string Kind { get; set; }

    public required string Format { get; set; }

    /// <summary>The filter as a JSON object, as the list's page understood it.</summary>
    public required string Filter { get; set; }

    public ExportState State { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Until then the node that makes it counts as alive; afterwards another one takes over (EX-05).</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>How often it was begun; a node that woke up late holds an old number and is refused.</summary>
    public int Tries { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>From then on the file is gone.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public long Rows { get; set; }

    public long Size { get; set; }

    public required string FileName { get; set; }

    public string? Error { get; set; }
}
