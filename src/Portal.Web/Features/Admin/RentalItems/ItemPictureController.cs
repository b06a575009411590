using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Files.Pictures;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>The picture of an item: PNG or JPEG by its bytes, without metadata, and what it shows (ORDER-1).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("rental-items/{site}/{id:guid}/picture")]
[StaffRentalItemGuard]
public sealed class ItemPictureController(StaffReach reach, RentalItemRecords records, RentalItemInput input, ItemPictures pictures,
    PictureInput sent, IStringLocalizer<RentalItemText> text) : Controller
{
    [HttpGet("{picture:guid}")]
    [Download]
    [BackgroundRequest]
    public async Task<IActionResult> Show([Guarded] StaffRentalItemTarget target, Guid picture)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await reach.InsideAsync(target.Tenant, () => pictures.FindAsync(target.Item!.Id, picture)) is not { } found)
        {
            return NotFound();
        }

        return new PictureResult(found.ContentType, found.Content);
    }

    [HttpPost("")]
    [RequestSizeLimit(PictureInput.LargestBody)]
    [RequestFormLimits(MultipartBodyLengthLimit = PictureInput.LargestBody)]
    public async Task<IActionResult> Update([Guarded] StaffRentalItemTarget target, ItemPictureForm form, IFormFile? file)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        var reader = input.Reader();
        var (alt, altEn) = RentalItemInput.ReadAlt(form, reader);
        ModelState.Report(reader.Problems);
        if (await sent.ReadAsync(ModelState, file) is not { } picture || !ModelState.IsValid)
        {
            return this.FormAgain("RentalItem", await records.ReadAsync(target) with { Words = form });
        }

        await reach.InsideAsync(target.Tenant, async () =>
        {
            await pictures.SetAsync(target.Item!.Id, picture.ContentType, picture.Content, alt, altEn);
            return true;
        });
        TempData.Success(text["Done.Picture"]);
        return new SeeOtherResult(target.Path);
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Delete([Guarded] StaffRentalItemTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await reach.InsideAsync(target.Tenant, () => pictures.RemoveAsync(target.Item!.Id)) is RentalItemOutcome.Done)
        {
            TempData.Success(text["Done.PictureRemoved"]);
        }
        else
        {
            TempData.Warning(text["Not.Unchanged"]);
        }

        return new SeeOtherResult(target.Path);
    }
}
