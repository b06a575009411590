namespace Portal.Web.Data.Entities;

/// <summary>
/// A row that a worker could not handle. While this stands, the worker leaves the row alone until its next try; after
/// the last one it is set aside for people, and the rows behind it go on (OB-04).
/// </summary>
public sealed class Setback : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>Which work, one of <see cref="Setbacks.WorkKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>The row of that work: a request, an account, a file.</summary>
    public Guid RowId { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset FirstAt { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>Null where it is set aside: nobody tries again until somebody of the staff says so.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>What went wrong the last time, for the staff.</summary>
    public required string Reason { get; set; }
}
