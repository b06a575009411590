using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>The administrator ID's side: its owner sees who is linked, and cuts a link at once (LINK-5).</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.LinkedAdministrators)]
[Route("account/linked-managers")]
[RoleGuard(AccountRole.Manager)]
public sealed class LinkedManagersController(LinkReading links, Linking linking, CurrentSession session,
    IStringLocalizer<LinkedText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("LinkedManagers", await links.OfAdministratorAsync(session.UserId));

    [HttpGet("{id:guid}/unlink")]
    public async Task<IActionResult> AskCut(Guid id) =>
        (await links.OfAdministratorAsync(session.UserId)).FirstOrDefault(row => row.Link.Id == id) is { } linked
            ? View("Cut", linked)
            : NotFound();

    [HttpPost("{id:guid}/unlink")]
    public async Task<IActionResult> Cut(Guid id)
    {
        if (await linking.CutAsync(session.UserId, id) is null)
        {
            return NotFound();
        }

        TempData.Success(text["CutDone"]);
        return new SeeOtherResult(LinkedPaths.Managers);
    }
}
