using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Points;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Points;

/// <param name="Running">Null between two periods.</param>
public sealed record PointsPanel(RunningPoints? Running);

/// <summary>How many points are left.</summary>
public sealed class PointsHomeSection(PointSums sums, CurrentSession session, TenantClock clock, Offers offers,
    IStringLocalizer<PointsText> text) : IHomeSection
{
    public async Task<HomePanel?> PanelAsync()
    {
        if (!offers.HasPage(PointsPaths.Index) || session.User.ContractId is not { } contract)
        {
            return null;
        }

        return new HomePanel("points", text["Title"], "/Features/Points/_HomePoints.cshtml",
            new PointsPanel(await sums.RunningAsync(contract, clock.Today)));
    }
}
