using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.Points;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Points;

/// <param name="Ledger">Its entries.</param>
/// <param name="Grants">Those that the reader may take back.</param>
public sealed record LedgerPage(ContractTarget Target, PointsOfPeriod Points, ListFrame Ledger, IReadOnlyList<PointEntry> Grants);

/// <summary>All entries of a contract's points, period by period, as its customers see them (PNTS-1).</summary>
[Route("contracts/{site}/{id:guid}/ledger")]
[Authorize(Policy = Policies.Agent)]
[StaffContractGuard]
public sealed class PointLedgersController(StaffPoints points, PointColumns columns, IStringLocalizer<PointStaffText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] ContractTarget target, Guid? period, int? page)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!ModelState.IsValid || !target.Tenant.Has(TenantFeatures.Points)
            || await points.LedgerAsync(target, period, page) is not { } found)
        {
            return NotFound();
        }

        return found.Entries.IsBeyondEnd
            ? new SeeOtherResult(StaffPaths.PointLedger(target.Tenant.Slug, target.Contract.Id, found.Period.Id))
            : View("Ledger", new LedgerPage(target, found, Frame(found), await points.GrantsAsync(target, found)));
    }

    private ListFrame Frame(PointsOfPeriod found) =>
        new(text["Ledger"], new ListRows<PointEntry>(columns.All, found.Entries.Rows))
        {
            None = new ListEmpty(text["NoEntries"], text["NoEntriesText"]),
            Span = ListSpan.Of(found.Entries),
        };
}
