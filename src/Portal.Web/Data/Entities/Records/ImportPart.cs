namespace Portal.Web.Data.Entities;

/// <summary>
/// Something large that belongs to an import; in the database because every node must be able to work on it.
/// </summary>
public sealed class ImportPart : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid JobId { get; set; }

    public ImportPartKind Kind { get; set; }

    public required byte[] Content { get; set; }
}

public enum ImportPartKind
{
    /// <summary>The file as it came; gone with the end of the import, whatever the end.</summary>
    File,

    /// <summary>What is wrong with it, as JSON.</summary>
    Problems,

    /// <summary>What was made of it, as JSON; without a hash.</summary>
    Result,

    /// <summary>
    /// What will be made of it, as JSON: all of it where it came checked, else its beginning; gone with the end.
    /// </summary>
    Plan,
}
