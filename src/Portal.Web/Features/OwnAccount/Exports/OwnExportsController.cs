using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Export;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.Exports;

/// <summary>One's own long files: those that wait, those that are ready for a day (HIST-3).</summary>
[Route("account/exports")]
public sealed class OwnExportsController(ExportJobs jobs, ExportSources sources, CurrentSession session, IStringLocalizer<ExportsText> text)
    : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("Exports", await jobs.ListAsync(session.UserId));

    /// <summary>The link alone opens nothing: session and rights are asked again (AZ-20).</summary>
    [HttpGet("{id:guid}/file")]
    [Download]
    public async Task<IActionResult> Show(Guid id) =>
        await jobs.FindFileAsync(session.UserId, id) is { } job && sources.Find(job.Kind) is { } source && await source.MayFetchAsync(job)
            ? jobs.Download(job)
            : NotFound();

    [HttpPost("{id:guid}/cancel")]
    public async Task<IActionResult> Cancel(Guid id)
    {
        if (await jobs.CancelAsync(session.Account, id) is not { } cancelled)
        {
            return NotFound();
        }

        TempData.Success(text[cancelled > 0 ? "Cancelled" : "TooLate"]);
        return new SeeOtherResult(AccountPaths.Exports);
    }
}
