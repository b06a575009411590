namespace Portal.Web.Data.Entities;

/// <summary>A piece of a file's content, where files lie in the database.</summary>
public sealed class StoredFileChunk : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid FileId { get; set; }

    public int Number { get; set; }

    public required byte[] Content { get; set; }
}
