using Portal.Rules.Imports;

namespace Portal.Web.Data.Entities;

/// <summary>
/// A file that is taken over whole (ADMIN-12, ADMIN-5): checked, confirmed by a person, taken over by a job.
/// </summary>
public sealed class ImportJob : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public ImportKind Kind { get; set; }

    public ImportState State { get; set; }

    public required string FileName { get; set; }

    public long Size { get; set; }

    /// <summary>Of the staff's own realm, so no key leads there.</summary>
    public Guid RequestedBy { get; set; }

    public required string RequestedByName { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>From then on nothing is left of it but its events.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Until then the node that works on it counts as alive; afterwards another one takes over.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>How often it was begun; a node that woke up late holds an old number and is refused.</summary>
    public int Tries { get; set; }

    /// <summary>Rows of the file; 0 until they were counted.</summary>
    public int Rows { get; set; }

    /// <summary>How many of them were dealt with, in this step.</summary>
    public int Handled { get; set; }

    /// <summary>How many things are wrong.</summary>
    public int Problems { get; set; }

    /// <summary>What is wrong with the file as a whole, as a word; null where its rows could be read.</summary>
    public string? Error { get; set; }

    /// <summary>When its end was mailed to the one who asked for it.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}
