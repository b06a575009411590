using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;

namespace Portal.Web.Data.Entities;

/// <summary>
/// How one option service of a number is set, and where that is on its way into the network. The way is written past
/// the change tracker: news of the network are no new version.
/// </summary>
public sealed class OptionSetting : ITenantOwned, IVersioned
{
    public Guid TenantId { get; set; }

    public Guid NumberId { get; set; }

    public LineNumber? Number { get; set; }

    public OptionService Service { get; set; }

    /// <summary>The settings as JSON; of the type that belongs to the service.</summary>
    public required string Settings { get; set; }

    public bool IsInUse { get; set; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string? ChangedBy { get; set; }

    public ProvisioningState State { get; set; }

    /// <summary>The latest version that the network has taken; 0 for none.</summary>
    public int AppliedVersion { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }

    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>When it is handed over again, after a try that failed.</summary>
    public DateTimeOffset? NextTryAt { get; set; }
}
