namespace Portal.Web.Data.Entities;

/// <summary>A key of the Data Protection ring, shared by all nodes.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }

    public required string FriendlyName { get; set; }

    public required string Xml { get; set; }
}

/// <summary>A form id that was used; the second submission gets the first one's answer (SAFE-2).</summary>
public sealed class FormUse : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public Guid FormId { get; set; }

    public DateTimeOffset UsedAt { get; set; }

    public string? Location { get; set; }
}

/// <summary>What was typed in a form that the end of a session interrupted: encrypted, one hour, never passwords (SAFE-3).</summary>
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
