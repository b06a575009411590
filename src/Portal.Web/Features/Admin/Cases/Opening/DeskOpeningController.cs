using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Features.Admin.Contracts;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Opening;

/// <summary>The staff opens a case for a contract (ADMIN-5, CASE-2).</summary>
[Authorize(Policy = Policies.Agent)]
[Route("contracts/{site}/{id:guid}/cases/new")]
[StaffContractGuard]
public sealed class DeskOpeningController(DeskOpening opening, IStringLocalizer<DeskText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] ContractTarget target) =>
        HasCases(target) ? View("New", await opening.FillAsync(new DeskOpeningForm(), target)) : NotFound();

    [HttpPost("")]
    [KeepsDraft]
    [TakesFiles(CaseAttachments.Purpose, Feature = TenantFeatures.Cases)]
    public async Task<IActionResult> Create([Guarded] ContractTarget target, DeskOpeningForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!HasCases(target))
        {
            return NotFound();
        }

        await opening.FillAsync(form, target);
        if (await opening.ReadAsync(form, target, ModelState) is not { } asked)
        {
            return this.FormAgain("New", form);
        }

        if (form.Step == "preview")
        {
            form.Preview = RichText.ToHtml(asked.Said.Text);
            return View("New", form);
        }

        if (await opening.OpenAsync(form, target, asked, ModelState) is not { } row)
        {
            return this.FormAgain("New", form, StatusCodes.Status409Conflict);
        }

        TempData.Success(text["Done.Open"]);
        return new SeeOtherResult(StaffPaths.Case(target.Tenant.Slug, row.Number));
    }

    private static bool HasCases(ContractTarget target) => target.Tenant.Has(TenantFeatures.Cases);
}
