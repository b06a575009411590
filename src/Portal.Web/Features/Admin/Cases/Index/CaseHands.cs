using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>A case, and whether somebody can still work on it.</summary>
public sealed class HeldCase
{
    public required SupportCase Row { get; init; }

    /// <summary>It is open, and its assignee is disabled, removed, or does not look after its site any more.</summary>
    public bool IsLeft { get; init; }
}

internal static class CaseHands
{
    /// <summary>
    /// Each case with the news whether its assignee is still there, for whom no event of the case tells: a member of
    /// the staff goes, or gets other sites, and its cases stay as they are.
    /// </summary>
    public static IQueryable<HeldCase> WithHands(this IQueryable<SupportCase> cases, PortalDbContext db, DeskMoment at) =>
        cases.Select(row => new HeldCase
        {
            Row = row,

            // Said by the states that an index finds, not by the one that most cases are in.
            IsLeft = row.AssigneeId != null
                && (row.Status == CaseStatus.New || row.Status == CaseStatus.InProgress || row.Status == CaseStatus.AwaitingCustomer
                    || row.Status == CaseStatus.Resolved)
                && !db.Users.Any(user => user.TenantId == at.Realm && user.Id == row.AssigneeId && user.DisabledAt == null
                    && (user.Role == AccountRole.SystemAdministrator
                        || db.StaffAssignments.Any(each => each.UserId == user.Id && each.TenantId == row.TenantId))),
        });
}
