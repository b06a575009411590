using Portal.Rules.Files;

namespace Portal.Web.Data.Entities;

/// <summary>
/// A file that somebody sent (CASE-1). It belongs to its sender until a feature attaches it to something of its own;
/// its content lies in the store that the row names, under the row's id.
/// </summary>
public sealed class StoredFile : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UploaderId { get; set; }

    /// <summary>The sender's login ID: the account may be gone when a verdict comes (FI-13).</summary>
    public required string UploaderName { get; set; }

    public Guid? ContractId { get; set; }

    /// <summary>What kind of thing it was sent for; only such a thing can take it.</summary>
    public required string Purpose { get; set; }

    /// <summary>What has taken it, as its feature refers to it; null while nothing has.</summary>
    public string? Owner { get; set; }

    /// <summary>The form it was sent with: the same content under the same name is there once (FI-11).</summary>
    public Guid FormId { get; set; }

    /// <summary>As people see it; never a path (FI-02).</summary>
    public required string Name { get; set; }

    public FileKind Kind { get; set; }

    public long Size { get; set; }

    /// <summary>SHA-256 of the content.</summary>
    public required byte[] Hash { get; set; }

    public required string Store { get; set; }

    public StoredFileState State { get; set; }

    public FileRefusal? Refusal { get; set; }

    /// <summary>What the scanner calls what it found.</summary>
    public string? Finding { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? AttachedAt { get; set; }

    /// <summary>From then on it may be removed; null while something has it.</summary>
    public DateTimeOffset? KeptUntil { get; set; }

    /// <summary>When a scanner is to be asked next; null where none is needed any more.</summary>
    public DateTimeOffset? NextCheckAt { get; set; }

    /// <summary>How often a scanner was asked.</summary>
    public int Checks { get; set; }
}
