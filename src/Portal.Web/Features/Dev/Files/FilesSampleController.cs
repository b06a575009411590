using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Dev.Files;

/// <summary>
/// A form with attachments from end to end, as a feature would have one; they belong to who is signed in.
/// </summary>
[DemonstrationOnly]
[ServedIn(Site.Portal)]
[Route("dev/components/files")]
public sealed class FilesSampleController(StoredFiles files, FileFields fields, FileDownloads downloads, CurrentSession session,
    IStringLocalizer<DevText> text) : Controller
{
    private const string Purpose = "sample";

    private FileOwner Owner => new(Purpose, session.UserId);

    [HttpGet]
    public async Task<IActionResult> Index() => await PageAsync(new FilesSampleForm());

    [HttpPost]
    [TakesFiles(Purpose)]
    public async Task<IActionResult> Send(FilesSampleForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Note))
        {
            ModelState.AddModelError(nameof(form.Note), text["FilesNoteMissing"]);
        }

        if (ModelState.IsValid && await files.AttachAsync(Owner, session.UserId, form.Files) is not AttachOutcome.Attached and var outcome)
        {
            ModelState.AddModelError(nameof(form.Files), text[outcome == AttachOutcome.TooMany ? "FilesTooMany" : "FilesNotThere"]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(form);
        }

        TempData.Success(text["FilesStored"]);
        return new SeeOtherResult(DevPaths.Files);
    }

    [HttpGet("{id:guid}")]
    [Download]
    public async Task<IActionResult> Show(Guid id) => await downloads.OpenAsync(Owner, id, () => Task.FromResult(true));

    [HttpPost("{id:guid}/delete")]
    public async Task<IActionResult> Delete(Guid id)
    {
        if (!await files.ReleaseAsync(Owner, id))
        {
            return NotFound();
        }

        TempData.Success(text["FilesRemoved"]);
        return new SeeOtherResult(DevPaths.Files);
    }

    private async Task<IActionResult> PageAsync(FilesSampleForm form) =>
        View("FilesSample", new FilesSample(form, await fields.OfAsync(Purpose, form.Files), await files.OfAsync(Owner)));
}
