using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Features.OwnAccount.OwnData;

/// <summary>What is recorded of people who fetch their data.</summary>
internal sealed class OwnDataEvents() : EventContribution(typeof(AuditText),
    [
        new(OwnDataDownloaded, "A user downloads all that is stored about it") { Group = HistoryGroups.Export },
    ])
{
    public const string OwnDataDownloaded = "own-data-downloaded";
}
