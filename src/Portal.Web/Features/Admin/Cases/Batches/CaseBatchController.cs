using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Imports;
using Portal.Web.Data;
using Portal.Web.Data.Connections;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Imports;
using Portal.Web.Export;
using Portal.Web.Features.Admin.Cases.Many;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Http.Shares;

namespace Portal.Web.Features.Admin.Cases.Batches;

/// <summary>Cases for many contracts from a table and an archive of files: uploaded and checked (ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
[Route("cases/{site}/many/file")]
[StaffDeskGuard]
public sealed class CaseBatchController(CaseBatchIntake intake, ImportJobs jobs, StaffReach reach, UnitOfWork work, CaseBatchWords words,
    UploadShares places, CurrentSession session, IStringLocalizer<CaseBatchText> text) : Controller
{
    private const int MostShown = 20;

    [HttpGet("")]
    public async Task<ViewResult> New([Guarded] ManyTarget target) => View("CaseBatch", await FillAsync(new CaseBatchForm(), target));

    [HttpGet("template")]
    [Download]
    public async Task<FileContentResult> Template([Guarded] ManyTarget target) =>
        File(await CsvDocument.ToBytesAsync(ImportColumns.Of(ImportKind.Cases).Select(words.Column), []), CsvDocument.ContentType,
            $"{text["TemplateName"]}_{target.Tenant.Slug}.csv");

    [HttpPost("")]
    [OwnTransaction]
    [RequestSizeLimit(CaseBatchForm.LargestBody)]
    [RequestFormLimits(MultipartBodyLengthLimit = CaseBatchForm.LargestBody)]
    public async Task<IActionResult> Create([Guarded] ManyTarget target, CaseBatchForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        ModelState.Clear();
        using var place = places.Enter(target.Tenant.Id, session.UserId);
        if (place is null)
        {
            Response.Headers.RetryAfter = FailureStatus.RetrySeconds;
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        using var patience = DatabasePatience.Have(DatabasePatience.OfAFile);
        try
        {
            if (await ReceiveAsync(target, form) is not { } job)
            {
                return this.FormAgain("CaseBatch", await FillAsync(form, target));
            }

            TempData.Success(text["Flash.Checked"]);
            return new SeeOtherResult(StaffPaths.CaseFile(target.Tenant.Slug, job.Id));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // What was received before the break is nobody's and goes with the round (FI-10).
            return BadRequest();
        }
    }

    private async Task<ImportJob?> ReceiveAsync(ManyTarget target, CaseBatchForm form)
    {
        using var inside = reach.Enter(target.Tenant);
        return await intake.ReceiveAsync(form, ModelState, HttpContext.RequestAborted);
    }

    private async Task<CaseBatchForm> FillAsync(CaseBatchForm form, ManyTarget target)
    {
        form.Target = target;
        form.Latest = await work.RunAsync(() =>
            reach.InsideAsync(target.Tenant, () => jobs.LatestAsync(ImportKind.Cases, MostShown)));
        return form;
    }
}
