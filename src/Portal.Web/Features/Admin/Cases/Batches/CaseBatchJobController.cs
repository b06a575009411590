using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Imports;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;
using Portal.Web.Export;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Cases.Batches;

/// <summary>A file of cases: what will be opened, the word that opens it, what became of it (ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
[Route("cases/{site}/many/file/{id:guid}")]
[CaseBatchGuard]
public sealed class CaseBatchJobController(StaffReach reach, ImportJobs jobs, CaseBatchIntake intake, CaseBatchWords words,
    AuditLog audit, IStringLocalizer<CaseBatchText> text) : Controller
{
    private const string SecondsBetweenLooks = "5";

    [HttpGet("")]
    public async Task<ViewResult> Show([Guarded] CaseBatchTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var page = await reach.InsideAsync(target.Tenant, async () => new CaseBatchPage(
            target,
            target.Job.State == ImportState.Checked ? (await jobs.PlanAsync(target.Job.Id))?.Rows ?? [] : [],
            target.Job.State == ImportState.Done ? await PartAsync<OpenedRow>(target, ImportPartKind.Result) : [],
            target.Job.State == ImportState.Faulty ? words.Of(await PartAsync<ImportProblem>(target, ImportPartKind.Problems)) : []));
        if (page.IsWorking)
        {
            // How far it is, is seen without scripts as well; nothing on the page is typed into.
            Response.Headers["Refresh"] = SecondsBetweenLooks;
        }

        return View("CaseBatchJob", page);
    }

    [HttpGet("result")]
    [Download]
    public async Task<IActionResult> Result([Guarded] CaseBatchTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.Job.State != ImportState.Done)
        {
            return NotFound();
        }

        var rows = await reach.InsideAsync(target.Tenant, () => PartAsync<OpenedRow>(target, ImportPartKind.Result));
        audit.Record(ExportEvents.Exported, details: new { list = "import-result", rows = rows.Count, format = "csv" }).In([target.Tenant]);
        return File(await CsvDocument.ToBytesAsync([text["Row"], text["Contract"], text["Case"], text["Subject"], text["File"]],
                rows.Select(each => (IReadOnlyList<object?>)[each.Row, each.Contract, each.Number, each.Subject, each.File])),
            CsvDocument.ContentType, text["ResultName"] + ".csv");
    }

    [HttpPost("confirm")]
    public Task<IActionResult> Confirm([Guarded] CaseBatchTarget target) => ActAsync(target, jobs.ConfirmAsync, "Flash.Confirmed");

    [HttpPost("cancel")]
    public Task<IActionResult> Cancel([Guarded] CaseBatchTarget target) => ActAsync(target, CancelAsync, "Flash.Cancelled");

    private async Task<bool> CancelAsync(ImportJob job)
    {
        var plan = await jobs.PlanAsync(job.Id);
        if (!await jobs.CancelAsync(job))
        {
            return false;
        }

        await intake.DiscardAsync(job.RequestedBy, plan?.Rows ?? []);
        return true;
    }

    private async Task<IActionResult> ActAsync(CaseBatchTarget target, Func<ImportJob, Task<bool>> act, string done)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await reach.InsideAsync(target.Tenant, () => act(target.Job)))
        {
            TempData.Success(text[done]);
        }
        else
        {
            TempData.Warning(text["Flash.Overtaken"]);
        }

        return new SeeOtherResult(target.Path);
    }

    private async Task<IReadOnlyList<T>> PartAsync<T>(CaseBatchTarget target, ImportPartKind kind) =>
        await jobs.PartAsync(target.Job.Id, kind) is { } content ? JsonSerializer.Deserialize<IReadOnlyList<T>>(content) ?? [] : [];
}
