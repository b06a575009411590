using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Acting;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>A linked manager's administrator IDs: seen, opened, unlinked (LINK-4, LINK-5).</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.LinkedAdministrators)]
[Route("account/linked-ids")]
[RoleGuard(AccountRole.LinkedManager)]
public sealed class LinkedIdsController(LinkReading links, Linking linking, ActingService acting, CurrentSession session,
    IStringLocalizer<LinkedText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("LinkedIds", await links.OfManagerAsync(session.UserId));

    [HttpPost("{id:guid}/open")]
    public async Task<IActionResult> Open(Guid id)
    {
        switch (await acting.OpenAsync(id))
        {
            case OpenOutcome.Opened opened:
                return new SeeOtherResult(ActingPaths.Home(HttpContext, opened.Handle));
            case OpenOutcome.Refused refused:
                TempData.Warning(text["Refused." + refused.Why]);
                return new SeeOtherResult(LinkedPaths.Ids);
            default:
                return NotFound();
        }
    }

    [HttpGet("{id:guid}/unlink")]
    public async Task<IActionResult> AskUnlink(Guid id) =>
        await links.OneAsync(session.UserId, id) is { } linked ? View("Unlink", linked) : NotFound();

    [HttpPost("{id:guid}/unlink")]
    public async Task<IActionResult> Unlink(Guid id)
    {
        if (await linking.UnlinkAsync(session.UserId, id) is not { } administrator)
        {
            return NotFound();
        }

        TempData.Success(text["Unlinked", administrator.UserName!]);
        return new SeeOtherResult(LinkedPaths.Ids);
    }
}
