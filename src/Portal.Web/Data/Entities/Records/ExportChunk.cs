namespace Portal.Web.Data.Entities;

/// <summary>A piece of a finished export's file, in the database because every node must be able to serve it.</summary>
public sealed class ExportChunk : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid JobId { get; set; }

    public int Number { get; set; }

    public required byte[] Content { get; set; }
}
