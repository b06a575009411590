namespace Portal.Web.Data.Entities;

/// <summary>Wrong codes of one account; a count of its own beside the password's (MFA-5).</summary>
public sealed class CodeFailureRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset WindowStart { get; set; }

    public int Failures { get; set; }
}
