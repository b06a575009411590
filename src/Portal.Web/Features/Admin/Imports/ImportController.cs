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

namespace Portal.Web.Features.Admin.Imports;

/// <summary>One file: how far it is, what is wrong with it, and the word that lets it in (ADMIN-12).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("imports/{site}/{id:guid}")]
[ImportGuard]
public sealed class ImportController(StaffReach reach, ImportJobs jobs, ImportFaultWords words, AuditLog audit,
    IStringLocalizer<ImportText> text) : Controller
{
    private const string SecondsBetweenLooks = "5";

    [HttpGet("")]
    public async Task<ViewResult> Show([Guarded] ImportTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var problems = target.Job is { State: ImportState.Faulty, Problems: > 0 } ? await ProblemsAsync(target) ?? [] : [];
        var preview = target.Job.State == ImportState.Checked
            ? await reach.InsideAsync(target.Tenant, () => jobs.PreviewAsync(target.Job.Id))
            : null;
        var page = new ImportPage(target, [.. problems.Take(ImportPage.Most)], preview);
        if (page.IsWorking)
        {
            // How far it is, is seen without scripts as well; nothing on the page is typed into.
            Response.Headers["Refresh"] = SecondsBetweenLooks;
        }

        return View("Import", page);
    }

    [HttpGet("problems")]
    [Download]
    public async Task<IActionResult> Problems([Guarded] ImportTarget target) =>
        await ProblemsAsync(target) is { } problems
            ? File(await CsvDocument.ToBytesAsync([text["Row"], text["Column"], text["Problem"]],
                    problems.Select(each => (IReadOnlyList<object?>)[each.Row, words.Column(each.Column), words.Reason(each)])),
                CsvDocument.ContentType, text["WrongName"] + ".csv")
            : NotFound();

    [HttpGet("result")]
    [Download]
    public async Task<IActionResult> Result([Guarded] ImportTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await PartAsync<ImportedRow>(target, ImportPartKind.Result) is not { } rows)
        {
            return NotFound();
        }

        audit.Record(ExportEvents.Exported, details: new { list = "import-result", rows = rows.Count, format = "csv" }).In([target.Tenant]);
        return File(await CsvDocument.ToBytesAsync([text["Row"], text["Contract"], text["LoginId"], text["Password"]],
                rows.Select(each => (IReadOnlyList<object?>)[each.Row, each.Contract, each.LoginId,
                    each.LoginId is null ? null : text["Password." + each.HasPassword].Value])),
            CsvDocument.ContentType, text["ResultName"] + ".csv");
    }

    [HttpPost("confirm")]
    public Task<IActionResult> Confirm([Guarded] ImportTarget target) => ActAsync(target, jobs.ConfirmAsync, "Flash.Confirmed");

    [HttpPost("cancel")]
    public Task<IActionResult> Cancel([Guarded] ImportTarget target) => ActAsync(target, jobs.CancelAsync, "Flash.Cancelled");

    private async Task<IActionResult> ActAsync(ImportTarget target, Func<ImportJob, Task<bool>> act, string done)
    {
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

    private Task<IReadOnlyList<ImportProblem>?> ProblemsAsync(ImportTarget target) =>
        PartAsync<ImportProblem>(target, ImportPartKind.Problems);

    private async Task<IReadOnlyList<T>?> PartAsync<T>(ImportTarget target, ImportPartKind kind) =>
        await reach.InsideAsync(target.Tenant, () => jobs.PartAsync(target.Job.Id, kind)) is { } content
            ? JsonSerializer.Deserialize<IReadOnlyList<T>>(content)
            : null;
}
