namespace Portal.Web.Data.Entities;

/// <summary>
/// Somebody asked for a temporary password by mail. Every request leaves such a row, matching or not; the worker
/// decides, so that neither the answer nor its time tells whether the details were right (EN-03).
/// </summary>
public sealed class RecoveryRequest : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>What was typed, encrypted; erased once handled.</summary>
    public byte[]? ProtectedForm { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? HandledAt { get; set; }

    public string? Address { get; set; }

    public string? Browser { get; set; }

    public required string CorrelationId { get; set; }
}
