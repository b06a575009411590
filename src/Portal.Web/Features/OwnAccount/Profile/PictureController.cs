using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Files.Pictures;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.Profile;

/// <summary>One's own picture: PNG or JPEG by its bytes, without metadata (PROF-1).</summary>
[Route("account/picture")]
public sealed class PictureController(ProfileService profiles, PictureInput pictures, IStringLocalizer<ProfileText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit() => View("Picture", await profiles.PictureIdAsync());

    [HttpGet("{id:guid}")]
    [Download]
    [BackgroundRequest]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await profiles.PictureAsync(id) is not { } picture)
        {
            return NotFound();
        }

        return new PictureResult(picture.ContentType, picture.Content);
    }

    [HttpPost("")]
    [RequestSizeLimit(PictureInput.LargestBody)]
    [RequestFormLimits(MultipartBodyLengthLimit = PictureInput.LargestBody)]
    public async Task<IActionResult> Update(IFormFile? file)
    {
        if (await pictures.ReadAsync(ModelState, file) is not { } picture)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Picture", await profiles.PictureIdAsync());
        }

        await profiles.SetPictureAsync(picture.ContentType, picture.Content);
        TempData.Success(text["PictureSaved"]);
        return new SeeOtherResult(AccountPaths.Profile);
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Delete()
    {
        await profiles.RemovePictureAsync();
        TempData.Success(text["PictureRemoved"]);
        return new SeeOtherResult(AccountPaths.Profile);
    }
}
