using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>An item written or changed: entered, looked at in both languages, saved (ORDER-1).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffRentalItemGuard]
public sealed class RentalItemFormController(StaffReach reach, RentalItemInput input, RentalItemEditing editing,
    IStringLocalizer<RentalItemText> text) : Controller
{
    private const string EnterPage = "Edit";

    [HttpGet("rental-items/{site}/new")]
    public IActionResult New([Guarded] StaffRentalItemTarget target)
    {
        var form = new RentalItemForm { Target = target };
        form.Prefill();
        return View(EnterPage, form);
    }

    [HttpPost("rental-items/{site}/new")]
    [KeepsDraft]
    public Task<IActionResult> Create([Guarded] StaffRentalItemTarget target, RentalItemForm form) => StepAsync(target, form);

    [HttpGet("rental-items/{site}/{id:guid}/edit")]
    public IActionResult Edit([Guarded] StaffRentalItemTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = new RentalItemForm { Target = target, Version = target.Item!.Version };
        form.Show(RentalItemContent.Of(target.Item));
        return View(EnterPage, form);
    }

    [HttpPost("rental-items/{site}/{id:guid}/edit")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] StaffRentalItemTarget target, RentalItemForm form) => StepAsync(target, form);

    private Task<IActionResult> StepAsync(StaffRentalItemTarget target, RentalItemForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Target = target;
        return new FormSteps<RentalItemContent>(this, form)
        {
            Enter = EnterPage,
            Check = "Check",
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Show = content =>
            {
                form.Show(content);
                form.Understood = content;
                return Task.CompletedTask;
            },
            Save = content => SaveAsync(form, content),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(RentalItemForm form, RentalItemContent content)
    {
        var target = form.Target;
        switch (await reach.InsideAsync(target.Tenant, () => target.Item is { } item
            ? editing.ChangeAsync(item.Id, form.Version, content)
            : editing.AddAsync(content)))
        {
            case RentalItemOutcome.Done { Row: var row }:
                TempData.Success(text["Done.Saved"]);
                return new SeeOtherResult(StaffPaths.RentalItem(target.Tenant.Slug, row.Id));
            case RentalItemOutcome.CodeTaken:
                ModelState.AddModelError(nameof(form.ItemCode), text["CodeTaken"]);
                return this.FormAgain(EnterPage, form);
            case RentalItemOutcome.Conflict conflict:
                return this.Elsewhere(new ChangedElsewhere(conflict.Row, content.Name, target.Path)
                {
                    Fields = input.Compare(content, conflict.Row),
                    Crumbs = [(text["Title"], StaffPaths.RentalItems)],
                });
            default:
                TempData.Warning(text["Not.Unchanged"]);
                return new SeeOtherResult(target.Path);
        }
    }
}
