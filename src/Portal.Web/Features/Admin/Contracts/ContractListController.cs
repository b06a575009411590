using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts;

/// <param name="OpensIn">Where one may open a contract; empty for agents.</param>
public sealed record ContractsPage(ListFrame Frame, IReadOnlyList<PortalTenant> OpensIn);

/// <summary>All contracts that one looks after, as a list and as a file (ADMIN-4).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class ContractListController(StaffReach reach, ContractList list, StaffContractColumns columns, ListFiles files,
    Audit.AuditLog audit, IStringLocalizer<ContractStaffText> text) : Controller
{
    [HttpGet("contracts")]
    public async Task<IActionResult> Index([FromQuery] ContractQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = ContractList.WithContracts(chosen);
        var page = await list.PageAsync(tenants, query);
        if (page.IsBeyondEnd)
        {
            return new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"));
        }

        var all = ContractList.WithContracts(await reach.TenantsAsync());
        return View("Contracts", new ContractsPage(columns.Frame(query, all, await list.CountAsync(tenants, query), page),
            reach.IsAdministrator ? tenants : []));
    }

    [HttpPost("contracts/export")]
    [Download]
    public async Task<IActionResult> Export([FromForm] ContractQuery query, [FromForm] string? format)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = ContractList.WithContracts(chosen);
        var file = await files.SpoolAsync(HttpContext, format, text["Title"], columns.All, list.ReadAllAsync(tenants, query));
        var facts = new
        {
            list = "contracts",
            filter = query.Facts,
            rows = file.Rows,
            format = ListFiles.Format(format),
        };
        audit.Record(ExportEvents.Exported, details: facts).In(tenants);
        return file;
    }
}
