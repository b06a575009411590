using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Contracts;

/// <summary>
/// The contract that the address names, where it is that of the one who is signed in; the action gets a <see
/// cref="Contract"/>. Another one is answered like one that does not exist, and who asked for it is recorded (AZ-01).
/// </summary>
public sealed class OwnContractGuardAttribute : GuardAttribute<OwnContractGuard>;

public sealed class OwnContractGuard(CurrentSession session, AuditLog audit) : Guard
{
    protected override Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var named = Named(context, "number");
        if (session.User.Contract is not { } contract || contract.Number != named)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, named, null));
            return Task.FromResult<IActionResult?>(new NotFoundResult());
        }

        Hand(context, contract);
        return Task.FromResult<IActionResult?>(null);
    }
}
