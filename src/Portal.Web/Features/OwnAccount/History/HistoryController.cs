using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit.Histories;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.History;

/// <summary>What has happened to one's own login ID (HIST-2), and the same as a file (HIST-3).</summary>
[Route("account/login-history")]
public sealed class HistoryController(HistoryPages pages, HistoryFiles files, CurrentSession session, IStringLocalizer<HistoryText> text)
    : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] HistoryInput input) => Page(await ReadAsync(input));

    [HttpPost("export")]
    [Download]
    public async Task<IActionResult> Export(HistoryInput input)
    {
        var page = await ReadAsync(input);
        return await files.CreateAsync(page, session.Account, ModelState) ?? Page(page);
    }

    private Task<HistoryPage> ReadAsync(HistoryInput input) =>
        pages.ReadAsync(text["Title"], AccountPaths.History, HistoryScope.Own(session.User), input, ModelState);

    private ViewResult Page(HistoryPage page)
    {
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("History", page);
    }
}
