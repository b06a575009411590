using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Announcements;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Announcements;

/// <param name="Views">With this reading.</param>
public sealed record AnnouncementPage(AnnouncementTarget Target, int Views);

/// <summary>One announcement: read, and its banner closed.</summary>
[Route("announcements/{id:guid}")]
[AnnouncementGuard]
public sealed class AnnouncementPageController(AnnouncementReadings readings) : AnnouncementController
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] AnnouncementTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var counts = await readings.ReadAsync(target.Row, target.Reader.UserId, target.Reading);
        return View("Show", new AnnouncementPage(target, target.Row.ViewCount + (counts ? 1 : 0)));
    }

    [HttpPost("dismiss")]
    public async Task<IActionResult> Dismiss([Guarded] AnnouncementTarget target, string? returnUrl)
    {
        ArgumentNullException.ThrowIfNull(target);
        await readings.CloseAsync(target.Row, target.Reader.UserId);
        return new SeeOtherResult(ReturnUrl.Safe(HttpContext, returnUrl));
    }
}
