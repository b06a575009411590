namespace Portal.Web.Data.Entities;

/// <summary>A change of an account's e-mail address on its way, or done and still to be undone (MAIL-1).</summary>
public sealed class EmailChange : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string OldEmail { get; set; }

    /// <summary>Null until it was entered (tenant `rental` asks the old address first).</summary>
    public string? NewEmail { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? OldProvenAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }
}
