namespace Portal.Web.Data.Entities;

/// <summary>
/// A document as it was made, every word and figure of it: what a page and a PDF show is read from here alone, so that
/// no later price, rate, address or text changes it (ORDER-7).
/// </summary>
public sealed class OrderDocument : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid OrderId { get; set; }

    public required string Language { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>JSON.</summary>
    public required string Content { get; set; }
}
