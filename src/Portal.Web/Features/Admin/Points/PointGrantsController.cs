using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Points;
using Portal.Rules.Text.Counting;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Points;

/// <summary>
/// Gives a contract points: entered, checked, given (ADMIN-4). They are worth money, so not every agent may.
/// </summary>
[Route("contracts/{site}/{id:guid}/points")]
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffContractGuard]
public sealed class PointGrantsController(StaffPoints points, GrantInput input, IStringLocalizer<PointStaffText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.Tenant.Has(TenantFeatures.Points))
        {
            return NotFound();
        }

        var known = await points.PeriodsAsync(target);
        var form = GrantInput.Begin(PointPeriods.Suggested(known.Select(period => period.Span), target.Contract.RenewsOn,
            points.Today(target)));
        form.Target = target;
        return View("Grant", form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] ContractTarget target, GrantForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (!target.Tenant.Has(TenantFeatures.Points))
        {
            return NotFound();
        }

        form.Target = target;
        var known = await points.PeriodsAsync(target);
        return await new FormSteps<GrantAsked>(this, form)
        {
            Enter = "Grant",
            Check = "CheckGrant",
            Read = async fields =>
            {
                var asked = input.Read(form, fields, known, points.Today(target));
                await FillAsync(form, known, asked);
                return asked;
            },
            Show = asked =>
            {
                GrantInput.Show(form, asked);
                return Task.CompletedTask;
            },
            Save = asked => SaveAsync(target, form, asked),
        }.RunAsync(input.Reader());
    }

    private async Task FillAsync(GrantForm form, List<PointPeriod> known, GrantAsked asked)
    {
        var period = known.Find(row => row.Span == asked.Grant.Span);
        form.IsNew = period is null;
        form.Balance = await points.BalanceAsync(form.Target!, period);
    }

    private async Task<IActionResult> SaveAsync(ContractTarget target, GrantForm form, GrantAsked asked)
    {
        switch (await points.GrantAsync(target, asked.Grant, asked.Reason))
        {
            case PointOutcome.Done:
                TempData.Success(text[CountedKey.Of("Done", asked.Grant.Amount), target.Contract.Number,
                    ReaderText.Number(asked.Grant.Amount)]);
                return new SeeOtherResult(StaffPaths.Contract(target.Tenant.Slug, target.Contract.Id));
            case PointOutcome.WrongPeriod wrong:
                ModelState.AddModelError(nameof(form.Until), input.Say(wrong.Why, wrong.Allowed));
                break;
            default:
                ModelState.AddModelError(nameof(form.Amount), text["Fault.TooMany"]);
                break;
        }

        return this.FormAgain("Grant", form, StatusCodes.Status409Conflict);
    }
}
