using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Lines;

/// <param name="Title">What the tenant's own menu calls this page.</param>
/// <param name="Contact">Whom to ask for changes.</param>
public sealed record LinesPage(string? Title, Contract? Contract, IReadOnlyList<ContractLine> Lines, IReadOnlyList<ContactLine> Contact)
{
    /// <summary>Where the lines are telephone lines.</summary>
    public IReadOnlyList<LineNumber> Numbers { get; init; } = [];

    public bool AreTelephones => Lines.Count > 0 && Lines.All(line => TelephoneDisplay.Is(line.Number));
}

/// <summary>The lines of one's own contract, to look at.</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.Lines)]
public sealed class LinesController(PortalDbContext db, CurrentSession session, CurrentTenant tenant) : Controller
{
    [HttpGet("lines")]
    public async Task<IActionResult> Index()
    {
        var profile = tenant.Value.Profile;
        var id = session.User.ContractId;
        var contract = await db.Contracts.AsNoTracking().Include(row => row.Holder).SingleOrDefaultAsync(row => row.Id == id);
        var lines = await db.ContractLines.AsNoTracking().Where(row => row.ContractId == id).OrderBy(row => row.Order)
            .ThenBy(row => row.Number).ToListAsync();
        var numbers = await db.LineNumbers.AsNoTracking().Where(row => row.ContractId == id).OrderBy(row => row.Order).ToListAsync();
        return View("Lines", new LinesPage(profile.MenuTitle("lines")?.ToString(), contract, lines, profile.Contact)
        {
            Numbers = numbers,
        });
    }
}
