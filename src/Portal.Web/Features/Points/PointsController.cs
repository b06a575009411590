using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.Points;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Points;

/// <param name="Ledger">Its entries.</param>
public sealed record PointsPage(Contract Contract, PointsOfPeriod Points, ListFrame Ledger, DateOnly Today);

/// <summary>How many points the contract has, and the ledger that says why (PNTS-1).</summary>
[Route("points")]
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Points)]
[PointsGuard]
public sealed class PointsController(PointPages pages, PointColumns columns, ListFiles files, WorkingContract contracts, AuditLog audit,
    CurrentSession session, IStringLocalizer<PointsText> text) : Controller
{
    /// <param name="about">The contract that a mail was about; its reader may work for another one (PNTS-1).</param>
    [HttpGet("")]
    public async Task<IActionResult> Index([Guarded] Contract contract, Guid? period, int? page,
        [FromQuery(Name = PointsPaths.Contract)] string? about)
    {
        if (about is not null && about != contract.Number && await contracts.HasAsync(about))
        {
            return new SeeOtherResult(AccountPaths.ContractFor(AppPath.Current(HttpContext)));
        }

        if (!ModelState.IsValid || await pages.ReadAsync(contract, period, page) is not { } points)
        {
            return NotFound();
        }

        return points.Entries.IsBeyondEnd
            ? new SeeOtherResult(PointsPaths.Of(points.Period.Id))
            : View("Points", new PointsPage(contract, points, Frame(points), pages.Today));
    }

    [HttpPost("export")]
    [Download]
    public async Task<IActionResult> Export([Guarded] Contract contract, [FromQuery] Guid period, [FromForm] string? format)
    {
        if (await pages.AllAsync(contract, period) is not { } rows)
        {
            return NotFound();
        }

        var file = await files.SpoolAsync(HttpContext, format, text["Title"], columns.All, rows);
        audit.Record(ExportEvents.Exported, AuditSubject.Of(session.User), "points",
            new { rows = file.Rows, format = ListFiles.Format(format) });
        return file;
    }

    private ListFrame Frame(PointsOfPeriod points) =>
        new(text["Ledger"], new ListRows<PointEntry>(columns.All, points.Entries.Rows))
        {
            None = new ListEmpty(text["NoEntries"], text["NoEntriesText"]),
            Export = new ListExport(PointsPaths.Export(points.Period.Id), text["SaveCsv"], text["SaveXlsx"]),
            Span = ListSpan.Of(points.Entries),
        };
}
