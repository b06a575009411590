namespace Portal.Web.Data.Entities;

/// <summary>A user's picture: PNG or JPEG without its metadata (PROF-1).</summary>
public sealed class UserPicture : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>New with each picture, so that an address is good for ever.</summary>
    public Guid Id { get; set; }

    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
