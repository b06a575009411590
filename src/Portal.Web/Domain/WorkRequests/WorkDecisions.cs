using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Text;
using Portal.Rules.WorkRequests;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Points;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>
/// Decides about requests, once (WORK-3): accepted, its points are used and a case is opened, both linked; declined or
/// withdrawn, its points are free again. All of it in one transaction, under the lock of the contract.
/// </summary>
public sealed class WorkDecisions(PortalDbContext db, WorkRequestLocks locks, PointReservations reservations, CaseOpening opening,
    CaseContacts contacts, CurrentTenant tenant, AuditLog audit, TimeProvider clock)
{
    /// <param name="note">What the staff says to it; the customer reads it.</param>
    public async Task<WorkOutcome> AcceptAsync(Guid id, PortalUser staff, string? note)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var row = await locks.EnterAsync(id);
        if (WorkRules.After(row.Status, WorkMove.Accept, WorkSide.Provider) is not { } to)
        {
            return new WorkOutcome.Refused(row);
        }

        if (await ContactAsync(row) is not { } contact)
        {
            return new WorkOutcome.Nobody();
        }

        if (row.ReservationId is { } reservation)
        {
            Ended(await reservations.SettleAsync(reservation, PointActor.Staff(staff)));
        }

        var opened = await opening.OpenForAsync(contact, CaseActor.Agent(staff), Case(row, contact, note), CasePriority.Normal);
        row.CaseId = opened.Row.Id;
        Decide(row, to, staff.DisplayName, note);
        WorkRequestRecords.Record(audit, WorkRequestEvents.Accepted, row, note, CaseNumber.Of(opened.Row.Number));
        return new WorkOutcome.Done(row);
    }

    /// <param name="reason">The customer reads it.</param>
    public async Task<WorkOutcome> DeclineAsync(Guid id, PortalUser staff, string reason)
    {
        ArgumentNullException.ThrowIfNull(staff);
        var row = await locks.EnterAsync(id);
        if (WorkRules.After(row.Status, WorkMove.Decline, WorkSide.Provider) is not { } to)
        {
            return new WorkOutcome.Refused(row);
        }

        await FreeAsync(row, PointActor.Staff(staff));
        Decide(row, to, staff.DisplayName, reason);
        WorkRequestRecords.Record(audit, WorkRequestEvents.Declined, row, reason);
        return new WorkOutcome.Done(row);
    }

    public async Task<WorkOutcome> WithdrawAsync(Guid id, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var row = await locks.EnterAsync(id);
        if (WorkRules.After(row.Status, WorkMove.Withdraw, WorkSide.Customer) is not { } to)
        {
            return new WorkOutcome.Refused(row);
        }

        await FreeAsync(row, PointActor.Customer(user));
        Decide(row, to, user.DisplayName, null);
        WorkRequestRecords.Record(audit, WorkRequestEvents.Withdrawn, row);
        return new WorkOutcome.Done(row);
    }

    private void Decide(WorkRequest row, WorkStatus to, string by, string? reason)
    {
        (row.Status, row.DecidedAt, row.DecidedBy) = (to, clock.GetUtcNow(), by);
        row.Reason = string.IsNullOrEmpty(reason) ? null : reason;
    }

    private async Task FreeAsync(WorkRequest row, PointActor by)
    {
        if (row.ReservationId is { } reservation)
        {
            Ended(await reservations.ReturnAsync(reservation, by));
        }
    }

    // Under the lock of the contract a request that is not decided has its reservation: anything else was written past
    // the application.
    private static void Ended(PointOutcome outcome)
    {
        if (outcome is not PointOutcome.Done)
        {
            throw new InvalidOperationException($"The reservation does not end: {outcome}.");
        }
    }

    /// <summary>
    /// Whose case it becomes: the author's; where that account is gone, may not be in or works for the contract no
    /// longer, a manager's, as of any case that the provider opens (CASE-7: somebody has to be told of it).
    /// </summary>
    private async Task<PortalUser?> ContactAsync(WorkRequest row) => await contacts.InOrder(db.AtWorkOf(row.ContractId)
        .Where(AccountStandings.MayBeTold(tenant.Value.Zone.DayOf(clock.GetUtcNow())))
        .OrderBy(user => user.Id == row.AuthorId ? 0 : 1), row.ContractId).FirstOrDefaultAsync();

    /// <summary>What was asked for, in the words of whoever asked.</summary>
    private NewCase Case(WorkRequest row, PortalUser contact, string? note)
    {
        var language = contact.Language ?? tenant.Value.Profile.DefaultLanguage;
        var number = WorkRequestNumber.Of(row.Number);
        var fields = WorkAnswerText.Of(WorkCatalogue.Read(row.Asked!), WorkAnswer.Parse(row.Answers), language);
        var text = WorkAnswerText.Markdown($"{number} {row.TitleIn(language)}", fields);
        return new NewCase(CaseKind.WorkRequest, $"{row.TitleIn(language)} {number}",
            string.IsNullOrEmpty(note) ? text : Shortened.WithEllipsis($"{note}\n\n---\n\n{text}", CaseLimits.Text))
        {
            ContractId = row.ContractId,
        };
    }
}
