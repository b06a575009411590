using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Histories;

public sealed record UserHistoryPage(UserTarget Target, HistoryPage History);

/// <summary>
/// The history of a tenant's user, for the staff who look after it (HIST-4). Looking at it is an event, too (AU-09).
/// </summary>
[Authorize(Policy = Policies.Agent)]
[Route("users/{site}/{id:guid}/login-history")]
[UserGuard]
public sealed class UserHistoryController(StaffReach reach, HistoryPages pages, HistoryFiles files, Audit.AuditLog audit,
    IStringLocalizer<HistoryText> text) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index([Guarded] UserTarget target, [FromQuery] HistoryInput input) =>
        reach.InsideAsync<IActionResult>(target.Tenant, async () =>
        {
            audit.Record(StaffEvents.UserViewed, AuditSubject.Of(target.User), "sign-in-history");
            return Page(target, await ReadAsync(target, input));
        });

    [HttpPost("export")]
    [Download]
    public Task<IActionResult> Export([Guarded] UserTarget target, HistoryInput input) =>
        reach.InsideAsync<IActionResult>(target.Tenant, async () =>
        {
            var page = await ReadAsync(target, input);
            return await files.CreateAsync(page, AuditSubject.Of(target.User), ModelState) ?? Page(target, page);
        });

    private Task<HistoryPage> ReadAsync(UserTarget target, HistoryInput input) =>
        pages.ReadAsync(text["TitleOf", target.User.UserName!], target.Path + "/login-history",
            HistoryScope.Of(target.User, HistoryReader.Staff), input, ModelState);

    private ViewResult Page(UserTarget target, HistoryPage page)
    {
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("History", new UserHistoryPage(target, page));
    }
}
