using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Points;
using Portal.Rules.Text.Counting;
using Portal.Web.Domain.Points;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Points;

/// <summary>
/// Takes points of a grant back: as many as are left at most, with a reason, as an entry of its own (ADMIN-4, PNTS-1).
/// </summary>
[Route("contracts/{site}/{id:guid}/points/{grant:guid}/take-back")]
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffContractGuard]
public sealed class PointTakeBacksController(StaffPoints points, FormWords words, IStringLocalizer<PointStaffText> text) : Controller
{
    private const string Page = "TakeBack";
    private static readonly ReasonField Reason = new();

    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] ContractTarget target, Guid grant)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await FindAsync(target, grant) is not { } known)
        {
            return NotFound();
        }

        if (known.IsTakenBack)
        {
            return NotAgain(target, known);
        }

        if (known.Most == 0)
        {
            TempData.Warning(text["NothingLeft"]);
            return new SeeOtherResult(Ledger(target, known));
        }

        return View(Page, new TakeBackForm
        {
            Target = target,
            Known = known,
            Amount = known.Most.ToString(CultureInfo.InvariantCulture),
        });
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] ContractTarget target, Guid grant, TakeBackForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync(target, grant) is not { } known)
        {
            return NotFound();
        }

        if (known.IsTakenBack)
        {
            return NotAgain(target, known);
        }

        (form.Target, form.Known) = (target, known);
        var reader = words.Reader(field => text[field]);
        var amount = reader.Read(new WholeNumberField(1, known.Grant.Amount), nameof(form.Amount), form.Amount);
        var reason = reader.Read(Reason, nameof(form.Reason), form.Reason);
        ModelState.Report(reader.Problems);
        return ModelState.IsValid ? await SaveAsync(form, amount ?? 0, reason) : this.FormAgain(Page, form);
    }

    private async Task<IActionResult> SaveAsync(TakeBackForm form, int amount, string reason)
    {
        var (target, known) = (form.Target, form.Known);
        switch (await points.TakeBackAsync(target, known.Grant.Id, amount, reason))
        {
            case PointOutcome.Done:
                TempData.Success(text[CountedKey.Of("TakeBackDone", amount), target.Contract.Number, ReaderText.Number(amount)]);
                return new SeeOtherResult(Ledger(target, known));
            case PointOutcome.Refused { Balance: var balance }:
                ModelState.AddModelError(nameof(form.Amount), text[CountedKey.Of("Fault.MoreThanLeft", balance.Left),
                    ReaderText.Number(balance.Left)]);
                return this.FormAgain(Page, form);
            default:
                return NotAgain(target, known);
        }
    }

    private SeeOtherResult NotAgain(ContractTarget target, GrantToTakeBack known)
    {
        TempData.Warning(text["NotTakenBack"]);
        return new SeeOtherResult(Ledger(target, known));
    }

    private async Task<GrantToTakeBack?> FindAsync(ContractTarget target, Guid grant) =>
        target.Tenant.Has(TenantFeatures.Points) ? await points.FindAsync(target, grant) : null;

    private static string Ledger(ContractTarget target, GrantToTakeBack known) =>
        StaffPaths.PointLedger(target.Tenant.Slug, target.Contract.Id, known.Grant.PeriodId);
}
