using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>What workers could not handle, beside the mails that do not get out: why, and once more (OB-04).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class SetAsideController(StaffReach reach, SetAsideList list, SetAsideColumns columns, SetbackActs acts,
    IStringLocalizer<AdminText> text) : Controller
{
    private const string Address = StaffPaths.SetAside;

    [HttpGet("outbox/set-aside")]
    public async Task<IActionResult> Index([FromQuery] string? tenant, [FromQuery] int? page)
    {
        ModelState.Clear();
        if (await reach.ChooseAsync(tenant) is not { } chosen)
        {
            return NotFound();
        }

        var rows = await list.ReadAsync(chosen, page);
        return rows.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("SetAside", columns.Frame(tenant, await reach.TenantsAsync(), rows));
    }

    [HttpPost("outbox/set-aside/{site}/{work}/{id:guid}/retry")]
    [TenantGuard]
    public async Task<IActionResult> Retry([Guarded] PortalTenant tenant, string work, Guid id)
    {
        // A second click finds it gone, which is what the first one did.
        if (await list.FindAsync(tenant, work, id) is { } setback && await reach.InsideAsync(tenant, () => acts.RetryAsync(setback)))
        {
            TempData.Success(text["WorkRetried"]);
        }
        else
        {
            TempData.Warning(text["WorkNotSetAside"]);
        }

        return new SeeOtherResult(Address);
    }
}
