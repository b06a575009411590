using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Lines;

/// <param name="Total">Of which <paramref name="First"/> are shown.</param>
public sealed record LinesPanel(IReadOnlyList<ContractLine> First, int Total);

/// <summary>The lines and numbers of one's contract, the first of them by name.</summary>
public sealed class LinesHomeSection(PortalDbContext db, CurrentSession session, CurrentTenant tenant, Offers offers,
    IStringLocalizer<LinesText> text) : IHomeSection
{
    private const int Shown = 5;

    public async Task<HomePanel?> PanelAsync()
    {
        if (!offers.HasPage(LinesPaths.Index) || session.User.ContractId is not { } contract)
        {
            return null;
        }

        var lines = db.ContractLines.AsNoTracking().Where(line => line.ContractId == contract);
        var first = await lines.OrderBy(line => line.Order).ThenBy(line => line.Number).Take(Shown + 1).ToListAsync();
        if (first.Count == 0)
        {
            return null;
        }

        var title = tenant.Value.Profile.MenuTitle("lines")?.ToString() ?? text["Title"];
        var total = first.Count > Shown ? await lines.CountAsync() : first.Count;
        return new HomePanel("lines", title, "/Features/Lines/_HomeLines.cshtml", new LinesPanel([.. first.Take(Shown)], total));
    }
}
