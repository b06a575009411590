using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Acting;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Acting;

/// <summary>The way out of somebody else's place: back to where it was opened (LINK-5, LINK-6).</summary>
[ServedIn(Site.Tenant)]
public sealed class ActingEndController(ActingService acting, CurrentSession session, IStringLocalizer<ActingText> text) : Controller
{
    [HttpPost("acting/end")]
    public async Task<IActionResult> Create()
    {
        var (subject, place) = (session.User, session.Acting);
        if (place is null)
        {
            return new SeeOtherResult(HomePaths.Home);
        }

        var back = await acting.EndAsync();
        TempData.Success(text["Ended", subject.DisplayName, subject.UserName!]);
        return new SeeOtherResult(back switch
        {
            ActingBack.ToLinks => ActingPaths.OfPortal(HttpContext, ActingPaths.Links),
            ActingBack.ToUser { ViaHandle: { } handle } => ActingPaths.In(HttpContext, handle, OperatorPaths.Show(subject.Id)),
            _ => ActingPaths.OfPortal(HttpContext, OperatorPaths.Show(subject.Id)),
        });
    }
}
