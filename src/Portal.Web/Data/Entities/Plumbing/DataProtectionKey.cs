namespace Portal.Web.Data.Entities;

/// <summary>A key of the Data Protection ring, shared by all nodes.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }

    public required string FriendlyName { get; set; }

    public required string Xml { get; set; }
}
