using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>What an item costs from a day on: planned, and taken back until it holds (ORDER-1).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("rental-items/{site}/{id:guid}/prices")]
[StaffRentalItemGuard]
public sealed class ItemPricesController(StaffReach reach, RentalItemRecords records, RentalItemInput input, ItemPricing pricing,
    IStringLocalizer<RentalItemText> text) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] StaffRentalItemTarget target, ItemPriceForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        var reader = input.Reader();
        var read = input.ReadPrice(form, reader);
        ModelState.Report(reader.Problems);
        if (read is { } price && ModelState.IsValid)
        {
            if (await reach.InsideAsync(target.Tenant, () => pricing.PlanAsync(target.Item!.Id, price))
                is not RentalItemOutcome.WrongPrice wrong)
            {
                TempData.Success(text["Done.Price"]);
                return new SeeOtherResult(target.Path);
            }

            ModelState.AddModelError(nameof(form.From), input.Say(wrong.Fault, (await records.ReadAsync(target)).Today));
        }

        return this.FormAgain("RentalItem", await records.ReadAsync(target) with { Price = form });
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Delete([Guarded] StaffRentalItemTarget target, string? from)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (DateText.Parse(from ?? "") is { } day && await reach.InsideAsync(target.Tenant,
            () => pricing.RemoveAsync(target.Item!.Id, day)) is RentalItemOutcome.Done)
        {
            TempData.Success(text["Done.PriceRemoved"]);
        }
        else
        {
            TempData.Warning(text["Not.PriceHolds"]);
        }

        return new SeeOtherResult(target.Path);
    }
}
