namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>What is searched for, as it stands in the address.</summary>
public sealed class AuditQuery
{
    public string? Tenant { get; set; }

    public string? Kind { get; set; }

    /// <summary>A login ID, whole.</summary>
    public string? Subject { get; set; }

    /// <summary>The login ID of the one who acted, whole.</summary>
    public string? Actor { get; set; }

    /// <summary>First day, in the reader's zone.</summary>
    public string? From { get; set; }

    /// <summary>Last day, in the reader's zone.</summary>
    public string? To { get; set; }

    public string? Address { get; set; }

    /// <summary>Older than this place in the log.</summary>
    public string? After { get; set; }

    /// <summary>Newer than this place in the log.</summary>
    public string? Before { get; set; }

    public int Active =>
        new[] { Tenant, Kind, Subject, Actor, From, To, Address }.Count(condition => !string.IsNullOrWhiteSpace(condition));

    /// <summary>What the audit log keeps of a search.</summary>
    public object Facts =>
        new { tenant = Or(Tenant), kind = Or(Kind), subject = Or(Subject), actor = Or(Actor), since = Or(From), till = Or(To),
            address = Or(Address) };

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
