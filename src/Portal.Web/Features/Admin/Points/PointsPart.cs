using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Points;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Points;

/// <param name="Latest">The newest entries over all periods.</param>
/// <param name="LedgerPath">Of all entries.</param>
/// <param name="GrantPath">Null for whoever may not give any.</param>
public sealed record PointFacts(IReadOnlyList<(PointPeriod Period, PointBalance Balance)> Periods, IReadOnlyList<PointEntry> Latest,
    string LedgerPath, string? GrantPath);

/// <summary>Points of a contract: period by period, and what happened last.</summary>
public sealed class PointsPart(PortalDbContext db, StaffReach reach, PointSums sums, IStringLocalizer<PointStaffText> text) : IStaffPart
{
    private const int EntriesShown = 10;

    public async Task<StaffPart?> OfContractAsync(PortalTenant tenant, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(contract);
        if (!tenant.Has(TenantFeatures.Points))
        {
            return null;
        }

        var periods = await db.PointPeriods.AsNoTracking().Where(period => period.ContractId == contract.Id)
            .OrderByDescending(period => period.StartsOn).ToListAsync();
        var ids = periods.ConvertAll(period => period.Id);
        var found = ids.Count == 0 ? new Dictionary<Guid, PointSum>() : await sums.OfAsync(ids);
        var latest = ids.Count == 0 ? [] : await db.PointEntries.AsNoTracking().Where(entry => ids.Contains(entry.PeriodId))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(EntriesShown).ToListAsync();
        var facts = new PointFacts(
            [.. periods.Select(period => (period, found.TryGetValue(period.Id, out var sum) ? sum.Balance : PointBalance.Empty))],
            latest,
            StaffPaths.PointLedger(tenant.Slug, contract.Id),
            reach.IsAdministrator ? StaffPaths.PointGrant(tenant.Slug, contract.Id) : null);
        return new StaffPart("points", text["Title"], "/Features/Admin/Points/_Points.cshtml", facts);
    }
}
