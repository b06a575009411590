using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users;

/// <param name="List">Null until enough was typed to search for.</param>
public sealed record UsersPage(UserQuery Query, IReadOnlyList<PortalTenant> Tenants, ListFrame? List);

/// <summary>Search over tenants, and one account in detail (ADMIN-2).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class UsersController(StaffReach reach, UserDirectory directory, UserColumns columns, UserRecords records,
    IStringLocalizer<AdminText> text) : Controller
{
    [HttpGet("users")]
    public async Task<IActionResult> Index([FromQuery] UserQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        if (query.IsTooShort)
        {
            ModelState.AddModelError("q", text["SearchTooShort", UserQuery.ShortestText]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Users", new UsersPage(query, await reach.TenantsAsync(), null));
        }

        var found = query.IsEnough ? await directory.SearchAsync(chosen, query) : null;
        return found is { IsBeyondEnd: true }
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Users", new UsersPage(query, await reach.TenantsAsync(), found is null ? null : columns.Frame(query, found)));
    }

    [HttpGet("users/{site}/{id:guid}")]
    [UserGuard]
    public async Task<IActionResult> Show([Guarded] UserTarget target) => View("User", await records.ReadAsync(target));
}
