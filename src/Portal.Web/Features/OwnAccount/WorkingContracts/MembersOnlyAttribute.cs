using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.OwnAccount.WorkingContracts;

/// <summary>Whoever has one contract has nothing to choose: there is no such page, and no link to it.</summary>
public sealed class MembersOnlyAttribute : GuardAttribute<MembersOnly>, IUserGuard
{
    public bool LetsIn(PortalUser who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.HasMemberships;
    }
}

public sealed class MembersOnly(CurrentSession session) : Guard
{
    protected override Task<IActionResult?> RefuseAsync(ActionExecutingContext context) =>
        Task.FromResult<IActionResult?>(session.User.HasMemberships ? null : new NotFoundResult());
}
