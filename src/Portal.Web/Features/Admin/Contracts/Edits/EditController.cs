using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Contracts.Edits;

/// <summary>Changes a contract and its holder, each with its own version (ADMIN-4, SAFE-1).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("contracts/{site}/{id:guid}")]
[StaffContractGuard]
public sealed class EditController(StaffReach reach, ContractInput input, ContractEditing editing,
    IStringLocalizer<ContractStaffText> text) : Controller
{
    private const string ContractPage = "Edit";
    private const string HolderPage = "Holder";

    [HttpGet("edit")]
    public async Task<IActionResult> Edit([Guarded] ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = new ContractForm { Target = target };
        ContractInput.Show(form, target.Contract, (await OptionsAsync(target)).Select(ContractEditing.Named));
        return View(ContractPage, form);
    }

    [HttpPost("edit")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] ContractTarget target, ContractForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        form.Target = target;
        return new FormSteps<ContractContent>(this, form)
        {
            Enter = ContractPage,
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Save = content => SaveAsync(form, content),
        }.RunAsync(input.Reader());
    }

    [HttpGet("holder")]
    public IActionResult EditHolder([Guarded] ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = new HolderForm { Target = target, Version = target.Contract.Holder!.Version };
        HolderInput.Show(form, HolderDetails.Of(target.Contract.Holder));
        return View(HolderPage, form);
    }

    [HttpPost("holder")]
    [KeepsDraft]
    public Task<IActionResult> UpdateHolder([Guarded] ContractTarget target, HolderForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        form.Target = target;
        return new FormSteps<HolderDetails>(this, form)
        {
            Enter = HolderPage,
            Read = reader => Task.FromResult(HolderInput.Read(form, target.Tenant, reader)),
            Save = details => SaveAsync(form, details),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(ContractForm form, ContractContent content)
    {
        var target = form.Target;
        switch (await reach.InsideAsync(target.Tenant, () => editing.ChangeAsync(target.Contract.Id, form.Version, content)))
        {
            case EditingOutcome.TooManyIds many:
                ModelState.AddModelError(nameof(form.AccountLimit), text["LimitTooLow", many.Ids]);
                return this.FormAgain(ContractPage, form);
            case EditingOutcome.Conflict { Row: Contract newer }:
                return Elsewhere(target, newer, input.Compare(content, newer, (await OptionsAsync(target)).Select(ContractEditing.Named)));
            case var outcome:
                return Saved(target, outcome);
        }
    }

    private async Task<IActionResult> SaveAsync(HolderForm form, HolderDetails details)
    {
        var target = form.Target;
        return await reach.InsideAsync(target.Tenant, () => editing.ChangeHolderAsync(target.Contract, form.Version, details)) switch
        {
            EditingOutcome.Conflict { Row: Holder newer } => Elsewhere(target, newer, input.Compare(details, newer)),
            var outcome => Saved(target, outcome),
        };
    }

    private Task<List<ContractOption>> OptionsAsync(ContractTarget target) =>
        reach.InsideAsync(target.Tenant, () => editing.OptionsAsync(target.Contract.Id));

    private ViewResult Elsewhere(ContractTarget target, IVersioned newer, IReadOnlyList<ComparedField> fields) =>
        this.Elsewhere(new ChangedElsewhere(newer, target.Contract.Number, Path(target))
        {
            Fields = fields,
            Crumbs = [(text["Title"], StaffPaths.Contracts)],
        });

    private SeeOtherResult Saved(ContractTarget target, EditingOutcome outcome)
    {
        if (outcome is EditingOutcome.Done)
        {
            TempData.Success(text["Done.Changed", target.Contract.Number]);
        }
        else
        {
            TempData.Warning(text["Not.Changed"]);
        }

        return new SeeOtherResult(Path(target));
    }

    private static string Path(ContractTarget target) => StaffPaths.Contract(target.Tenant.Slug, target.Contract.Id);
}
