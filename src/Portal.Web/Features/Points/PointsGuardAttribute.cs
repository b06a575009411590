using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Points;

/// <summary>
/// The contract of the one who is signed in, where it ever had points; otherwise there is no such page, and no link to
/// it (PNTS-1). The action gets a <see cref="Contract"/>.
/// </summary>
public sealed class PointsGuardAttribute : GuardAttribute<PointsGuard>, IUserGuard
{
    public bool LetsIn(PortalUser who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.Contract is { HasPoints: true };
    }
}

public sealed class PointsGuard(CurrentSession session) : Guard
{
    protected override Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        if (session.User.Contract is not { HasPoints: true } contract)
        {
            return Task.FromResult<IActionResult?>(new NotFoundResult());
        }

        Hand(context, contract);
        return Task.FromResult<IActionResult?>(null);
    }
}
