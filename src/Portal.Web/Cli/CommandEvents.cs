using Portal.Web.Audit;

namespace Portal.Web.Cli;

/// <summary>What is recorded of commands that are nobody else's.</summary>
internal sealed class CommandEvents() : EventContribution(typeof(AuditText),
    [
        new(TenantImported, "A tenant's profile is read from its file"),
    ])
{
    public const string TenantImported = "tenant-imported";
}
