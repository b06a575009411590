using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Admin.Users.Adding;

/// <summary>The first password of somebody who was added, shown once.</summary>
[Route("users/{site}/{id:guid}/added")]
[Authorize(Policy = Policies.TenantAdministrator)]
[UserGuard]
public sealed class AddedUserController(IssuedPages issuedPages) : Controller
{
    [HttpGet("")]
    public async Task<ViewResult> Show([Guarded] UserTarget target) => View("Issued", await issuedPages.OfAsync(target, TempData));
}
