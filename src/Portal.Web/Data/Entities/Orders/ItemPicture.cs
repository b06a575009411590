namespace Portal.Web.Data.Entities;

/// <summary>The picture of an item, in the place of its drawing: PNG or JPEG without its metadata (ORDER-1).</summary>
public sealed class ItemPicture : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid ItemId { get; set; }

    /// <summary>New with each picture, so that an address is good for ever.</summary>
    public Guid Id { get; set; }

    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public required string Alt { get; set; }

    public string? AltEn { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
