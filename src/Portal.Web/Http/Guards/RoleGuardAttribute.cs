using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Http.Guards;

/// <summary>A page that accounts of these roles have; no link leads the others there.</summary>
public sealed class RoleGuardAttribute(params AccountRole[] roles) : GuardAttribute, IUserGuard
{
    public IReadOnlyList<AccountRole> Roles { get; } = roles;

    /// <summary>Whether a link to this page may be shown.</summary>
    public bool LetsIn(PortalUser who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Roles.Contains(who.Role);
    }

    public override IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        Make<RoleGuard, RoleGuardAttribute>(serviceProvider, this);
}

internal sealed class RoleGuard(RoleGuardAttribute asked, CurrentSession session, AuditLog audit) : Guard
{
    protected override Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        if (asked.LetsIn(session.User))
        {
            return Task.FromResult<IActionResult?>(null);
        }

        audit.Record(AuditKinds.AccessDenied, AuditSubject.Of(session.User), string.Join(' ', asked.Roles));
        return Task.FromResult<IActionResult?>(new StatusCodeResult(StatusCodes.Status403Forbidden));
    }
}
