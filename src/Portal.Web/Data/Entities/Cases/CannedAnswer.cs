namespace Portal.Web.Data.Entities;

/// <summary>A text that the desk answers with again and again, in the customer's language (ADMIN-5).</summary>
public sealed class CannedAnswer : ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>By which the staff finds it; one of that name a tenant.</summary>
    public required string Title { get; set; }

    /// <summary>As Markdown, with places for what differs (<see cref="Portal.Rules.Cases.CannedText"/>).</summary>
    public required string TextJa { get; set; }

    /// <summary>Null where Japanese serves all.</summary>
    public string? TextEn { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }

    /// <summary>What a customer of that language reads.</summary>
    public string TextIn(string? language) => language == "en" && TextEn is { } english ? english : TextJa;
}
