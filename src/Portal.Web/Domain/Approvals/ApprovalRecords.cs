using Portal.Rules.Approvals;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Approvals;

/// <summary>A request as the rules and the log see it.</summary>
public static class ApprovalRecords
{
    public static ApprovalFacts Facts(ApprovalRequest row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new ApprovalFacts(new ApprovalPerson(row.RequestedById, row.RequesterEmail), row.SubjectId, row.ExpiresAt,
            row.DecidedAt is not null);
    }

    /// <summary>Two accounts of one address are one person.</summary>
    public static ApprovalPerson Person(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new ApprovalPerson(user.Id, CanonicalText.Email(user.Email is { Length: > 0 } email ? email : user.UserName!));
    }

    internal static AuditEvent Record(this AuditLog audit, string kind, ApprovalRequest row, string? reason) =>
        audit.Record(kind, new AuditSubject(row.SubjectId, row.SubjectName, null), reason, new
        {
            act = row.Act,
            request = row.Id,
            requestedBy = row.RequestedBy,
            requestReason = kind == ApprovalEvents.Asked ? null : row.Reason,
            decidedBy = row.DecidedBy,
            until = kind == ApprovalEvents.Asked ? row.ExpiresAt : (DateTimeOffset?)null,
        });
}
