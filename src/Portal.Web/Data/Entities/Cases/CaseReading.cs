using Portal.Rules.Cases;

namespace Portal.Web.Data.Entities;

/// <summary>How far one customer has read a case, and what was put aside on its page.</summary>
public sealed class CaseReading : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid CaseId { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>
    /// The status whose "what is expected of you" was put aside; the next status and the desk's next words
    /// say it anew.
    /// </summary>
    public CaseStatus? Dismissed { get; set; }
}
