using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Lines;

public sealed record LinesPage(Contract? Contract, IReadOnlyList<ContractLine> Lines);

/// <summary>The lines of one's own contract, to look at.</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Lines)]
public sealed class LinesController(PortalDbContext db, CurrentSession session) : Controller
{
    [HttpGet("lines")]
    public async Task<IActionResult> Index()
    {
        var id = session.User.ContractId;
        var contract = await db.Contracts.AsNoTracking().Include(row => row.Holder).SingleOrDefaultAsync(row => row.Id == id);
        var lines = await db.ContractLines.AsNoTracking().Where(row => row.ContractId == id).OrderBy(row => row.Order)
            .ThenBy(row => row.Number).ToListAsync();
        return View("Lines", new LinesPage(contract, lines));
    }
}
