namespace Portal.Web.Data.Entities;

/// <summary>What a form that was sent came to, for the same form sent once more by the same browser (SAFE-2).</summary>
public sealed class FormAnswer : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>
    /// SHA-256 of browser, address and all that was sent: neither the form's id nor a field can be told from it.
    /// </summary>
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
