using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text.Counting;
using Portal.Web.Domain.Contracts;
using Portal.Web.Domain.Telephony;
using Portal.Web.Features.Admin.Contracts.Opening;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Contracts.Numbers;

/// <summary>Gives a contract numbers and takes them away, with a reason (ADMIN-4).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("contracts/{site}/{id:guid}/numbers")]
[StaffContractGuard]
public sealed class ContractNumbersController(StaffReach reach, NumbersInput input, ContractNumbers numbers,
    IStringLocalizer<ContractStaffText> text) : Controller
{
    private const string EnterPage = "AddNumbers";
    private const string RemovePage = "RemoveNumber";

    [HttpGet("new")]
    public async Task<IActionResult> New([Guarded] ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!HasNumbers(target))
        {
            return NotFound();
        }

        var form = new AddNumbersForm();
        await input.FillAsync(form, target);
        form.Line = form.ByCall && form.Lines.Count > 0 ? form.Lines[0].Value : null;
        return View(EnterPage, form);
    }

    [HttpPost("new")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] ContractTarget target, AddNumbersForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (!HasNumbers(target))
        {
            return NotFound();
        }

        await input.FillAsync(form, target);
        return await new FormSteps<AddedNumbers>(this, form)
        {
            Enter = EnterPage,
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Save = asked => SaveAsync(form, asked),
        }.RunAsync(input.Reader());
    }

    [HttpGet("{number:guid}/remove")]
    public async Task<IActionResult> AskToRemove([Guarded] ContractTarget target, Guid number) =>
        await input.FindAsync(target, number) is { } found
            ? View(RemovePage, new RemoveNumberPage(target, found, new ReasonForm()))
            : NotFound();

    [HttpPost("{number:guid}/remove")]
    [KeepsDraft]
    public async Task<IActionResult> Remove([Guarded] ContractTarget target, [FromRoute] Guid number, [FromForm] ReasonForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (await input.FindAsync(target, number) is not { } found)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain(RemovePage, new RemoveNumberPage(target, found, form));
        }

        switch (await reach.InsideAsync(target.Tenant, () => numbers.RemoveAsync(target.Contract.Id, number, form.StoredReason)))
        {
            case NumbersOutcome.Done:
                TempData.Success(text["Done.NumberRemoved", E164.Shown(found.Number)]);
                break;
            case NumbersOutcome.Stays { Why: var why }:
                ModelState.AddModelError("", text["Stays." + why, E164.Shown(found.Number)]);
                return this.FormAgain(RemovePage, new RemoveNumberPage(target, found, form));
            default:
                TempData.Warning(text["Not.NumberRemoved", E164.Shown(found.Number)]);
                break;
        }

        return new SeeOtherResult(StaffPaths.Contract(target.Tenant.Slug, target.Contract.Id));
    }

    /// <summary>Where the tenant has no telephone lines, nothing of them is to be found.</summary>
    private static bool HasNumbers(ContractTarget target) => new OpeningShape(target.Tenant).AsksNumbers;

    private async Task<IActionResult> SaveAsync(AddNumbersForm form, AddedNumbers asked)
    {
        var target = form.Target;
        switch (await reach.InsideAsync(target.Tenant,
            () => numbers.AddAsync(target.Contract.Id, asked.Numbers, asked.Line, asked.Reason)))
        {
            case NumbersOutcome.Done:
                TempData.Success(text[CountedKey.Of("Done.NumbersAdded", asked.Numbers.Count), asked.Numbers.Count]);
                return new SeeOtherResult(StaffPaths.Contract(target.Tenant.Slug, target.Contract.Id));
            case NumbersOutcome.InUse taken:
                ModelState.AddModelError(nameof(form.Numbers), text["NumbersInUse", string.Join(text["Comma"], taken.Numbers)]);
                break;
            case NumbersOutcome.TooManyIds many:
                ModelState.AddModelError(nameof(form.Numbers), text["NumbersTooMany", many.Limit]);
                break;
            default:
                ModelState.AddModelError(nameof(form.Line), text["LineGone"]);
                break;
        }

        return this.FormAgain(EnterPage, form);
    }
}
