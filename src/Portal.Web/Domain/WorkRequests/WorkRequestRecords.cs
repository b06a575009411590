using Portal.Rules.WorkRequests;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>Records what happens to a request; the subject is its number.</summary>
internal static class WorkRequestRecords
{
    /// <param name="caseNumber">The case that was opened, as people read it.</param>
    public static void Record(AuditLog audit, string kind, WorkRequest row, string? reason = null, string? caseNumber = null) =>
        audit.Record(kind, new AuditSubject(null, WorkRequestNumber.Of(row.Number), row.ContractId), reason,
            new { workItem = row.TitleJa, points = row.Cost, caseNumber });
}
