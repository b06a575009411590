namespace Portal.Web.Data.Entities;

/// <summary>
/// The logo of a site, in the place of its drawn mark: PNG or JPEG without its metadata (ADMIN-10). Which one is in
/// force the tenant's own row says.
/// </summary>
public sealed class TenantLogo : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>New with each logo, so that an address is good for ever.</summary>
    public Guid Id { get; set; }

    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
