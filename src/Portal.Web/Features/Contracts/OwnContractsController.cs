using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Contracts;

/// <summary>What somebody's contract says, to look at (CTRC-1).</summary>
[Route("contracts")]
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Contracts)]
public sealed class OwnContractsController(ContractPages pages, ContractColumns columns, IStringLocalizer<ContractsText> text) : Controller
{
    [HttpGet("")]
    public async Task<ViewResult> Index()
    {
        var contracts = await pages.OwnAsync();
        return View("Contracts", new ListFrame(text["Title"], new ListRows<ContractChoice>(columns.Of(contracts.Count > 1), contracts))
        {
            None = new ListEmpty(text["None"], text["NoneText"]),
        });
    }

    [HttpGet("{number}")]
    [OwnContractGuard]
    public async Task<ViewResult> Show([Guarded] Contract contract) => View("Contract", await pages.ReadAsync(contract));
}
