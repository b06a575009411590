using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Telephony;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OptionServices.Glance;

/// <summary>All numbers that this account sets and what each uses; whoever has one is led to it (OPT-2).</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.OptionServices)]
public sealed class GlanceController(GlanceList list, GlanceFrames frames) : Controller
{
    [HttpGet("options")]
    [RoleGuard(AccountRole.Member, AccountRole.Manager)]
    public async Task<IActionResult> Index([FromQuery] GlanceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ModelState.Clear();
        var all = await list.AllAsync();
        if (await all.OrderBy(number => number.Order).Take(2).Select(number => number.Number).ToListAsync() is [var only])
        {
            return new SeeOtherResult(OptionPaths.Number(E164.National(only)));
        }

        var found = GlanceList.Matching(all, input.Word);
        var pending = list.OnTheWay(found);
        var page = await list.PageAsync(input.IsPending ? pending : found, input.Page);
        return page.IsBeyondEnd
            ? new SeeOtherResult(OptionPaths.Index + input.QueryOf(input.IsPending))
            : View("Glance", frames.Of(input, page, await found.CountToMostAsync(), await pending.CountToMostAsync()));
    }
}
