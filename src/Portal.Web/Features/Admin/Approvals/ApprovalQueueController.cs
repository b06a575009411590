using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Approvals;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Approvals;

/// <summary>A request as the one sees it who decides, or asked.</summary>
public sealed record ApprovalPage(ApprovalTarget Target, ListTag State, IReadOnlyList<ApprovalFact> Facts);

/// <summary>What waits for a second person: the list, and one of it (ADMIN-11).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class ApprovalQueueController(StaffReach reach, ApprovalList list, ApprovalColumns columns, ApprovalDeciding deciding)
    : Controller
{
    [HttpGet("approvals")]
    public async Task<IActionResult> Index([FromQuery] ApprovalQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var rows = await list.WithinAsync(chosen, isNarrowed: !string.IsNullOrEmpty(query.Tenant));
        var page = await list.PageAsync(rows, query);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Approvals", columns.Frame(query, await reach.TenantsAsync(), await list.CountAsync(rows), page));
    }

    [HttpGet("approvals/{id:guid}")]
    [ApprovalGuard]
    public async Task<IActionResult> Show([Guarded] ApprovalTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var facts = await reach.InsideAsync(target.Tenant, () => deciding.Find(target.Row.Act).DescribeAsync(target.Row));
        return View("Approval", new ApprovalPage(target, columns.Tag(target.Row), facts));
    }
}
