using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.WorkRequests;

/// <summary>One item of the catalogue, and who looks at it.</summary>
public sealed record WorkItemTarget(OfferedWork Work, PortalUser User, Contract Contract);

/// <summary>
/// The item that the address names, where the contract has it. One that the contract lacks is answered like one that
/// does not exist (WORK-1). The action gets a <see cref="WorkItemTarget"/>.
/// </summary>
public sealed class WorkItemGuardAttribute : GuardAttribute<WorkItemGuard>;

public sealed class WorkItemGuard(WorkCatalogue catalogue, CurrentSession session) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        if (session.User is not { Contract: { } contract } user
            || await catalogue.FindAsync(contract, Named(context, "code")) is not { } work)
        {
            return new NotFoundResult();
        }

        Hand(context, new WorkItemTarget(work, user, contract));
        return null;
    }
}
