using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Export;

/// <summary>What is recorded of files that are taken away.</summary>
internal sealed class ExportEvents() : EventContribution(typeof(AuditText),
    [
        new(Exported, "A list or log is taken as a file; recorded before the first row leaves") { Group = HistoryGroups.Export },
        new(ExportRequested, "An export is to be made by a job")
        {
            Group = HistoryGroups.Export,
            Mailed = "a mail when it is ready",
        },
        new(ExportCancelled, "An export is cancelled") { Group = HistoryGroups.Export },
        new(ExportFailed, "An export could not be made") { Group = HistoryGroups.Export },
    ])
{
    public const string Exported = "exported";
    public const string ExportRequested = "export-requested";
    public const string ExportCancelled = "export-cancelled";
    public const string ExportFailed = "export-failed";
}
