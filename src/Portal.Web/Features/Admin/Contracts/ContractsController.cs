using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>One contract in detail: holder, IDs, lines and what its services show.</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class ContractsController(ContractRecords records) : Controller
{
    [HttpGet("contracts/{site}/{id:guid}")]
    [StaffContractGuard]
    public async Task<IActionResult> Show([Guarded] ContractTarget target) => View("Contract", await records.ReadAsync(target));
}
