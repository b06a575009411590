using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Export;

/// <summary>What is recorded of files that are taken away.</summary>
internal sealed class ExportEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.Exported, "A list or log is taken as a file; recorded before the first row leaves")
        {
            Group = HistoryGroups.Export,
        },
        new(AuditKinds.ExportRequested, "An export is to be made by a job")
        {
            Group = HistoryGroups.Export,
            Mailed = "a mail when it is ready",
        },
        new(AuditKinds.ExportCancelled, "An export is cancelled") { Group = HistoryGroups.Export },
        new(AuditKinds.ExportFailed, "An export could not be made") { Group = HistoryGroups.Export },
    ]);
