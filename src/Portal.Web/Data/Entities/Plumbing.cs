namespace Portal.Web.Data.Entities;

/// <summary>A key of the Data Protection ring, shared by all nodes.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }

    public required string FriendlyName { get; set; }

    public required string Xml { get; set; }
}

/// <summary>A form id that was used; the second submission leads where the first one led (SAFE-2).</summary>
public sealed class FormUse : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public Guid FormId { get; set; }

    public DateTimeOffset UsedAt { get; set; }

    public string? Location { get; set; }
}

/// <summary>What a form that was sent came to, for the same form sent once more by the same browser (SAFE-2).</summary>
public sealed class FormAnswer : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>SHA-256 of browser, address and all that was sent: neither the form's id nor a field can be told from it.</summary>
    public required byte[] Key { get; set; }

    /// <summary>The session that sent it; null for a guest.</summary>
    public byte[]? SessionBefore { get; set; }

    /// <summary>The session that its answer left the browser with.</summary>
    public byte[]? SessionAfter { get; set; }

    /// <summary>Where it led; null while it is in work, and where the answer is a page.</summary>
    public string? Location { get; set; }

    /// <summary>The whole answer, cookies and all: encrypted, and erased after minutes.</summary>
    public byte[]? ProtectedAnswer { get; set; }

    /// <summary>When the answer is erased; while the form is in work, when whoever does it is taken for dead.</summary>
    public DateTimeOffset AnswerUntil { get; set; }

    public DateTimeOffset KeepUntil { get; set; }
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
