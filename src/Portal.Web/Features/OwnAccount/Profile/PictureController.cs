using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Files.Pictures;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.Profile;

/// <summary>One's own picture: PNG or JPEG by its bytes, without metadata (PROF-1).</summary>
[Route("account/picture")]
public sealed class PictureController(ProfileService profiles, IStringLocalizer<ProfileText> text) : Controller
{
    /// <summary>The largest picture, and room for the form around it; what is larger is refused unread (413).</summary>
    private const int LargestBody = Picture.LargestFile + (512 * 1024);

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

        // A picture that is taken for a page would still run nothing.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(picture.Content, picture.ContentType);
    }

    [HttpPost("")]
    [RequestSizeLimit(LargestBody)]
    [RequestFormLimits(MultipartBodyLengthLimit = LargestBody)]
    public async Task<IActionResult> Update(IFormFile? file)
    {
        if (await ReadAsync(file) is not { } picture)
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

    /// <returns>Null with the reason in the model state.</returns>
    private async Task<Picture?> ReadAsync(IFormFile? file)
    {
        if (file is null or { Length: 0 } or { Length: > Picture.LargestFile })
        {
            ModelState.AddModelError("file",
                file is null ? text["ChoosePicture"] : file.Length == 0 ? text["EmptyPicture"]
                : text["PictureTooLarge", file.FileName, Picture.LargestFile / 1024 / 1024]);
            return null;
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory);
        var (picture, problem) = Picture.Read(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        if (problem is { } wrong)
        {
            ModelState.AddModelError("file", text["Picture." + wrong, file.FileName, Picture.LongestSide]);
        }

        return picture;
    }
}
