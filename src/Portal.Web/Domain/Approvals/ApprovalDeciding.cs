using Microsoft.EntityFrameworkCore;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Approvals;

/// <summary>
/// The second person's word (ADMIN-11). One statement takes the row, and only from another person and while it waits;
/// the act is done in the same transaction, so that of two who approve at once one does it, and does it once. What a
/// limit holds back goes on waiting.
/// </summary>
public sealed class ApprovalDeciding(PortalDbContext db, IEnumerable<IApprovableAct> acts, CurrentSession session,
    CurrentTenant tenant, AuditLog audit, TimeProvider clock)
{
    /// <summary>
    /// May the one who is signed in decide about this now? For pages that only show; asked inside the tenant.
    /// </summary>
    public ApprovalVerdict Ask(ApprovalRequest row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return ApprovalRules.Decide(ApprovalRecords.Facts(row), ApprovalRecords.Person(session.User),
            Find(row.Act).MayDecide(new StaffActor(session.UserId, session.Role, session.StaffTenants), tenant.Value, row),
            clock.GetUtcNow());
    }

    public async Task<ApprovalOutcome> DecideAsync(Guid id, bool approves, string reason)
    {
        var asked = await db.ApprovalRequests.AsNoTracking().SingleAsync(row => row.Id == id);
        return Ask(asked) switch
        {
            ApprovalVerdict.Allowed => await ClaimAsync(id, approves, reason) is { } row
                ? await FinishAsync(row, approves, reason)
                : ApprovalOutcome.Over,
            ApprovalVerdict.OneSelf => ApprovalOutcome.OneSelf,
            ApprovalVerdict.Concerned => ApprovalOutcome.Concerned,
            ApprovalVerdict.Over => ApprovalOutcome.Over,
            _ => ApprovalOutcome.Forbidden,
        };
    }

    public IApprovableAct Find(string name) => acts.Single(act => act.Name == name);

    /// <returns>The row with the decision, locked to the end; null where somebody was faster.</returns>
    private async Task<ApprovalRequest?> ClaimAsync(Guid id, bool approves, string reason)
    {
        var (own, now) = (ApprovalRecords.Person(session.User), clock.GetUtcNow());
        var state = approves ? ApprovalState.Approved : ApprovalState.Rejected;
        var (userId, email, name) = (own.UserId, own.Email, session.LoginId);
        var taken = await db.ApprovalRequests
            .Where(row => row.Id == id && row.DecidedAt == null && row.ExpiresAt > now && row.RequestedById != userId
                && row.RequesterEmail != email)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.DecidedAt, now)
                .SetProperty(row => row.DecidedById, userId).SetProperty(row => row.DecidedBy, name)
                .SetProperty(row => row.DecisionReason, reason));
        return taken == 0 ? null : await db.ApprovalRequests.SingleAsync(row => row.Id == id);
    }

    private async Task<ApprovalOutcome> FinishAsync(ApprovalRequest row, bool approves, string reason)
    {
        if (!approves)
        {
            audit.Record(ApprovalEvents.Rejected, row, reason);
            return ApprovalOutcome.Rejected;
        }

        switch (await Find(row.Act).CarryOutAsync(row))
        {
            case ActOutcome.Done:
                audit.Record(ApprovalEvents.Approved, row, reason);
                return ApprovalOutcome.Approved;
            case ActOutcome.TooManyMails:
                PutBack(row);
                return ApprovalOutcome.TooManyMails;
            case ActOutcome.TooManyTaken:
                PutBack(row);
                return ApprovalOutcome.TooManyTaken;
            default:
                row.State = ApprovalState.NotPossible;
                audit.Record(ApprovalEvents.Void, row, reason);
                return ApprovalOutcome.NotPossible;
        }
    }

    /// <summary>A limit passes by itself: whoever comes later can still decide, as if nobody had.</summary>
    private static void PutBack(ApprovalRequest row) =>
        (row.State, row.DecidedAt, row.DecidedById, row.DecidedBy, row.DecisionReason) = (ApprovalState.Waiting, null, null, null, null);
}
