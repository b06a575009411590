using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Contracts.Lines;

public sealed record LineListPage(ContractTarget Target, ListFrame Frame);

/// <summary>All lines of a contract: its own page has the first ones (ADMIN-4).</summary>
[Authorize(Policy = Policies.Agent)]
[Route("contracts/{site}/{id:guid}/lines")]
[StaffContractGuard]
public sealed class LineListController(StaffReach reach, LineList list, AuditLog audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([Guarded] ContractTarget target, [FromQuery] int? page)
    {
        ArgumentNullException.ThrowIfNull(target);
        ModelState.Clear();
        var (tenant, contract) = (target.Tenant, target.Contract);
        var lines = await reach.InsideAsync(tenant, async () =>
        {
            audit.Record(StaffEvents.ContractViewed, new AuditSubject(null, contract.Number, contract.Id));
            return await list.PageAsync(contract, page);
        });
        return lines.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Lines", new LineListPage(target, list.Frame(tenant, contract, lines)));
    }
}
