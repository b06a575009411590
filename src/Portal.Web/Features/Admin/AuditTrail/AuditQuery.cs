using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>What is searched for, as it stands in the address.</summary>
public sealed class AuditQuery : ListInput
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

    /// <summary>One hour of that day, 0 to 23.</summary>
    public string? Hour { get; set; }

    public string? Address { get; set; }

    /// <summary>What the audit log keeps of a search.</summary>
    public object Facts =>
        new
        {
            tenant = Given(Tenant),
            kind = Given(Kind),
            subject = Given(Subject),
            actor = Given(Actor),
            since = Given(From),
            till = Given(To),
            hour = Given(Hour),
            address = Given(Address)
        };
}
