namespace Portal.Web.Data.Entities;

/// <summary>
/// What was typed in a form that the end of a session interrupted: encrypted, one hour, never passwords (SAFE-3).
/// </summary>
public sealed class FormDraft : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required byte[] TokenHash { get; set; }

    /// <summary>The account the form was typed by; nobody else gets it back.</summary>
    public Guid UserId { get; set; }

    public required string Path { get; set; }

    public required byte[] ProtectedFields { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
