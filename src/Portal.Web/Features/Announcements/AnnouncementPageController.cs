using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Announcements;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Announcements;

/// <param name="Views">With this reading.</param>
/// <param name="Article">That says more; null for none, or none that the reader sees (AZ-17).</param>
public sealed record AnnouncementPage(AnnouncementTarget Target, int Views, Suggestion? Article);

/// <summary>One announcement: read, and its banner closed.</summary>
[Route("announcements/{id:guid}")]
[AnnouncementGuard]
public sealed class AnnouncementPageController(AnnouncementReadings readings, ArticleFinder articles, Offers offers, CurrentSession session)
    : AnnouncementController
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] AnnouncementTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        // Who looks in somebody's place has not read for that one.
        var counts = session.Acting is null && await readings.ReadAsync(target.Row, target.Reader.UserId, target.Reading);
        var article = await ArticleAsync(target.Row.ArticleId);
        return View("Show", new AnnouncementPage(target, target.Row.ViewCount + (counts ? 1 : 0), article));
    }

    [HttpPost("dismiss")]
    [ClosedWhileActing]
    public async Task<IActionResult> Dismiss([Guarded] AnnouncementTarget target, int? edition, string? returnUrl)
    {
        ArgumentNullException.ThrowIfNull(target);
        await readings.CloseAsync(target.Row, target.Reader.UserId, edition);
        return new SeeOtherResult(ReturnUrl.Safe(HttpContext, returnUrl));
    }

    private async Task<Suggestion?> ArticleAsync(Guid? id) => id is { } named && offers.HasPage(KnowledgePaths.Index)
        ? await articles.FindAsync(KnowledgeReader.Of(session.User), named, KnowledgeWords.Language)
        : null;
}
