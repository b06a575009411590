using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>One item: how it looks, what it costs when, who changed it; offered and withdrawn (ORDER-1).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("rental-items/{site}/{id:guid}")]
[StaffRentalItemGuard]
public sealed class RentalItemRecordController(StaffReach reach, RentalItemRecords records, RentalItemEditing editing,
    IStringLocalizer<RentalItemText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] StaffRentalItemTarget target) => View("RentalItem", await records.ReadAsync(target));

    [HttpPost("withdraw")]
    public Task<IActionResult> Withdraw([Guarded] StaffRentalItemTarget target, int version) =>
        OfferAsync(target, version, isOffered: false);

    [HttpPost("restore")]
    public Task<IActionResult> Restore([Guarded] StaffRentalItemTarget target, int version) =>
        OfferAsync(target, version, isOffered: true);

    private async Task<IActionResult> OfferAsync(StaffRentalItemTarget target, int version, bool isOffered)
    {
        ArgumentNullException.ThrowIfNull(target);
        switch (await reach.InsideAsync(target.Tenant, () => editing.OfferAsync(target.Item!.Id, version, isOffered)))
        {
            case RentalItemOutcome.Done:
                TempData.Success(text[isOffered ? "Done.Restored" : "Done.Withdrawn"]);
                break;
            case RentalItemOutcome.Conflict:
                TempData.Warning(text["Not.Overtaken"]);
                break;
            default:
                TempData.Warning(text["Not.Unchanged"]);
                break;
        }

        return new SeeOtherResult(target.Path);
    }
}
