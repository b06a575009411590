using Microsoft.EntityFrameworkCore;
using Portal.Rules.WorkRequests;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Points;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>
/// Asks for something of the catalogue: its points are set aside in the same transaction, so that of many at once with
/// points for one, one is there (WORK-2, AZ-18).
/// </summary>
public sealed class WorkSubmission(PortalDbContext db, AccountLocks locks, KeyLock turns, PointReservations reservations,
    CurrentTenant tenant, AuditLog audit, TimeProvider clock)
{
    public async Task<WorkOutcome> SubmitAsync(PortalUser author, OfferedWork work, WorkAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(answer);
        var contractId = author.ContractId ?? throw new ArgumentException("The author has no contract.", nameof(author));
        await locks.ContractAsync(contractId);
        var definition = work.Definition;
        var row = new WorkRequest
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Number = await NextNumberAsync(),
            ContractId = contractId,
            AuthorId = author.Id,
            AuthorName = author.DisplayName,
            ItemId = work.Item.Id,
            Edition = work.Item.Edition,
            TitleJa = definition.Title.Ja,
            TitleEn = definition.Title.En,
            Answers = answer.ToJson(),
            Cost = definition.Points,
            Status = WorkStatus.Submitted,
            CreatedAt = clock.GetUtcNow(),
        };
        if (row.Cost > 0)
        {
            switch (await reservations.ReserveAsync(contractId, row.Cost, PointsFor(row), PointActor.Customer(author)))
            {
                case PointOutcome.Done done:
                    row.ReservationId = done.Entry.Id;
                    break;
                case PointOutcome.Refused refused:
                    return new WorkOutcome.NotEnough(refused.Balance.Left);
                default:
                    return new WorkOutcome.NotEnough(0);
            }
        }

        db.WorkRequests.Add(row);
        WorkRequestRecords.Record(audit, WorkRequestEvents.Submitted, row);
        return new WorkOutcome.Done(row);
    }

    /// <summary>One language stands for all who read the ledger.</summary>
    private string PointsFor(WorkRequest row) => $"{row.TitleIn(tenant.Value.Profile.DefaultLanguage)} {WorkRequestNumber.Of(row.Number)}";

    /// <summary>
    /// One higher than the last of this tenant. Who asks holds the turn until the row is there for the next, so no
    /// number is given twice.
    /// </summary>
    private async Task<int> NextNumberAsync()
    {
        await turns.EnterAsync($"workrequests/number/{db.Scope.Current:N}");
        return (await db.WorkRequests.MaxAsync(row => (int?)row.Number) ?? 0) + 1;
    }
}
