namespace Portal.Web.Data.Entities;

/// <summary>A form id that was used; the second submission leads where the first one led (SAFE-2).</summary>
public sealed class FormUse : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public Guid FormId { get; set; }

    public DateTimeOffset UsedAt { get; set; }

    public string? Location { get; set; }
}
