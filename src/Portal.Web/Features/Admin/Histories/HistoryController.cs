using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Histories;

/// <summary>
/// The history of a tenant's user, for the staff who look after it (HIST-4). Looking at it is an event, too (AU-09).
/// </summary>
[Authorize(Policy = Policies.Agent)]
[Route("users/{site}/{id:guid}/login-history")]
public sealed class HistoryController(StaffReach reach, PortalDbContext db, HistoryPages pages, HistoryFiles files, Audit.AuditLog audit,
    IStringLocalizer<HistoryText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string site, Guid id, [FromQuery] HistoryInput input) =>
        await InsideAsync(site, id, async user =>
        {
            audit.Record(AuditKinds.UserViewed, AuditSubject.Of(user), "sign-in-history");
            return Page(await ReadAsync(site, user, input));
        });

    [HttpPost("export")]
    [Download]
    public async Task<IActionResult> Export(string site, Guid id, HistoryInput input) =>
        await InsideAsync(site, id, async user =>
        {
            var page = await ReadAsync(site, user, input);
            return await files.CreateAsync(page, AuditSubject.Of(user), ModelState) ?? Page(page);
        });

    private async Task<IActionResult> InsideAsync(string site, Guid id, Func<PortalUser, Task<ActionResult>> act)
    {
        if (await reach.FindAsync(site) is not { } tenant)
        {
            return NotFound();
        }

        return await reach.InsideAsync(tenant, async () =>
            await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id) is { } user ? await act(user) : NotFound());
    }

    private Task<HistoryPage> ReadAsync(string site, PortalUser user, HistoryInput input) =>
        pages.ReadAsync(text["TitleOf", user.UserName!], $"~/users/{site}/{user.Id}/login-history",
            HistoryScope.Of(user, HistoryReader.Staff), input, ModelState);

    private ViewResult Page(HistoryPage page)
    {
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("History", page);
    }
}
