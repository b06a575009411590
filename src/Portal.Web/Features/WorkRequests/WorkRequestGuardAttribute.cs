using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.WorkRequests;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.WorkRequests;

/// <summary>One request, and who looks at it; not tracked.</summary>
public sealed record WorkRequestTarget(WorkRequest Row, CaseReader Reader)
{
    public string Path => WorkRequestPaths.Show(Row.Number);

    /// <summary>Who sent it takes it back, or who manages the contract, whose points they are.</summary>
    public bool MayWithdraw => (Reader.IsManager || Row.AuthorId == Reader.UserId)
        && WorkRules.After(Row.Status, WorkMove.Withdraw, WorkSide.Customer) is not null;
}

/// <summary>
/// The request that the address names, where the reader sees it; one that is hidden is answered like one that does not
/// exist. The action gets a <see cref="WorkRequestTarget"/>.
/// </summary>
public sealed class WorkRequestGuardAttribute : GuardAttribute<WorkRequestGuard>;

public sealed class WorkRequestGuard(WorkRequestSights sights, CurrentSession session, AuditLog audit) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var named = Named(context, "number");
        if (CaseReader.Of(session.User) is not { } reader || WorkRequestNumber.Read(named) is not { } number
            || await sights.Of(reader).AsNoTracking().Include(row => row.Asked).SingleOrDefaultAsync(row => row.Number == number)
                is not { } row)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, named, null));
            return new NotFoundResult();
        }

        Hand(context, new WorkRequestTarget(row, reader));
        return null;
    }
}
