using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>Conditions and order of the list, as they stand in its address.</summary>
public sealed class LockoutQuery : ListInput
{
    public string? Tenant { get; set; }

    public string? Q { get; set; }

    /// <summary>What the audit log keeps of an export.</summary>
    public object Facts => new { tenant = Given(Tenant), q = Given(Q) };
}
