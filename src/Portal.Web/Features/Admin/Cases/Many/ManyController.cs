using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Forms;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Many;

/// <summary>The same case for many contracts: written, checked, opened (ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
[Route("cases/{site}/many")]
[StaffDeskGuard]
public sealed class ManyController(ManyOpening opening, IStringLocalizer<DeskText> text) : Controller
{
    [HttpGet("")]
    public async Task<ViewResult> New([Guarded] ManyTarget target) => View("Many", await opening.FillAsync(new ManyForm(), target));

    [HttpPost("")]
    [KeepsDraft]
    [TakesFiles(CaseAttachments.Purpose, Feature = TenantFeatures.Cases)]
    public async Task<IActionResult> Create([Guarded] ManyTarget target, ManyForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        await opening.FillAsync(form, target);
        form.Check = await opening.CheckAsync(form, ModelState);
        if (form.Check is not { IsFit: true } check)
        {
            if (form.Check is not null)
            {
                ModelState.AddModelError(nameof(form.Table), text["Many.RowsWrong", form.Check.Rows.Count(row => row.Problems.Count > 0)]);
            }

            return this.FormAgain("Many", form);
        }

        if (form.Step != "open" || form.Seen != check.Seen)
        {
            ModelState.Remove(nameof(form.Seen));
            form.Seen = check.Seen;
            return View("Many", form);
        }

        if (await opening.OpenAsync(form, check, ModelState) is not { } numbers)
        {
            return this.FormAgain("Many", form, StatusCodes.Status409Conflict);
        }

        var ids = numbers.Select(number => new CaseKey(target.Tenant.Slug, number, null).ToString());
        return new SeeOtherResult(StaffPaths.CasesOpened + new QueryBuilder { { "ids", ids } });
    }
}
