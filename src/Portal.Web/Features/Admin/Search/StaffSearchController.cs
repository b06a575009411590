using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Gates;

namespace Portal.Web.Features.Admin.Search;

/// <param name="Typed">What is looked for, as it was typed.</param>
/// <param name="Groups">Those in which something was found; null where nothing was looked for.</param>
public sealed record StaffSearchPage(string? Typed, IReadOnlyList<StaffFinds>? Groups);

/// <summary>One search over people, contracts and cases of all tenants that one looks after (ADMIN-2).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class StaffSearchController(StaffReach reach, IEnumerable<IStaffFinder> finders, IStringLocalizer<StaffSearchText> text)
    : Controller
{
    /// <summary>Shorter texts would list half of the people (RX-07).</summary>
    private const int Shortest = 2;

    private const int Longest = 100;

    [HttpGet("search")]
    public async Task<IActionResult> Index(string? q)
    {
        ModelState.Clear();
        var typed = q?.Trim() ?? "";
        if (typed.Length is > 0 and < Shortest or > Longest)
        {
            ModelState.AddModelError("q", text["Unfit", Shortest, Longest]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("StaffSearch", new StaffSearchPage(q, null));
        }

        return View("StaffSearch", new StaffSearchPage(q, typed.Length == 0 ? null : await FindAsync(typed)));
    }

    private async Task<IReadOnlyList<StaffFinds>> FindAsync(string typed)
    {
        var tenants = await reach.TenantsAsync();
        var groups = new List<StaffFinds>();
        foreach (var finder in finders.OrderBy(each => each.Order))
        {
            if (await finder.FindAsync(tenants, typed) is { Hits.Count: > 0 } group)
            {
                groups.Add(group);
            }
        }

        return groups;
    }
}
