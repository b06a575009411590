using Microsoft.EntityFrameworkCore;
using Portal.Rules.Points;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Points;
using Portal.Web.Features.Shared.Points;

namespace Portal.Web.Features.Admin.Points;

/// <summary>Points of a contract, as the staff reads and gives them; each inside the contract's tenant.</summary>
public sealed class StaffPoints(PortalDbContext db, StaffReach reach, PointSums sums, PointPages pages, PointGrants grants, AuditLog audit,
    CurrentSession session, TimeProvider clock)
{
    private const int GrantsShown = 20;

    public Task<List<PointPeriod>> PeriodsAsync(ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => db.PointPeriods.AsNoTracking()
            .Where(period => period.ContractId == target.Contract.Id).OrderByDescending(period => period.StartsOn).ToListAsync());
    }

    /// <summary>What the period has now; nothing where there is none yet.</summary>
    public async Task<PointBalance> BalanceAsync(ContractTarget target, PointPeriod? period)
    {
        ArgumentNullException.ThrowIfNull(target);
        return period is null ? PointBalance.Empty : (await reach.InsideAsync(target.Tenant, () => sums.OfAsync(period.Id))).Balance;
    }

    /// <summary>One period's entries; that they were looked at is recorded (AU-09).</summary>
    /// <inheritdoc cref="PointPages.ReadAsync"/>
    public Task<PointsOfPeriod?> LedgerAsync(ContractTarget target, Guid? asked, int? page)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, async () =>
        {
            var found = await pages.ReadAsync(target.Contract, asked, page);
            if (found is not null)
            {
                audit.Record(StaffEvents.ContractViewed, new AuditSubject(null, target.Contract.Number, target.Contract.Id), "points");
            }

            return found;
        });
    }

    public DateOnly Today(ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Tenant.Zone.DayOf(clock.GetUtcNow());
    }

    /// <summary>Grants of a period that were not taken back, while something of it is left.</summary>
    public async Task<IReadOnlyList<PointEntry>> GrantsAsync(ContractTarget target, PointsOfPeriod points)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(points);
        var period = points.Period.Id;
        return !reach.IsAdministrator || points.Balance.Left <= 0 ? [] : await reach.InsideAsync(target.Tenant, () => db.PointEntries
            .AsNoTracking().Where(entry => entry.PeriodId == period && entry.Kind == PointKind.Grant
                && !db.PointEntries.Any(other => other.ReservationId == entry.Id))
            .OrderByDescending(entry => entry.Order).Take(GrantsShown).ToListAsync());
    }

    public Task<GrantToTakeBack?> FindAsync(ContractTarget target, Guid grant)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant, () => grants.FindAsync(target.Contract.Id, grant));
    }

    public Task<PointOutcome> TakeBackAsync(ContractTarget target, Guid grant, int amount, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant,
            () => grants.TakeBackAsync(target.Contract.Id, grant, amount, PointActor.Staff(session.User), reason));
    }

    public Task<PointOutcome> GrantAsync(ContractTarget target, PointGrant grant, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return reach.InsideAsync(target.Tenant,
            () => grants.GrantAsync(target.Contract.Id, grant, PointActor.Staff(session.User), reason));
    }
}
