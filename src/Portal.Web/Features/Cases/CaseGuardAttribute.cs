using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Cases;

/// <summary>Another case that this one goes on from, or that goes on from it.</summary>
/// <param name="IsBefore">This one goes on from it.</param>
public sealed record CaseLink(int Number, string Subject, bool IsBefore);

/// <summary>One case, and who looks at it.</summary>
public sealed record CaseTarget(SupportCase Row, CaseReader Reader)
{
    /// <summary>As far as the reader sees them.</summary>
    public IReadOnlyList<CaseLink> Links { get; init; } = [];

    public string Path => CasePaths.Show(Row.Number);
}

/// <summary>
/// The case that the address names, where the reader sees it: locked for what a form changes. One that is hidden is
/// answered like one that does not exist, by the same query (CASE-6, EN-12). The action gets a <see
/// cref="CaseTarget"/>.
/// </summary>
public sealed class CaseGuardAttribute : GuardAttribute<CaseGuard>;

/// <summary>The same for what changes nothing of the case: it is never locked.</summary>
public sealed class CaseLookGuardAttribute : GuardAttribute<CaseLookGuard>;

public sealed class CaseLookGuard(CaseSights sights, CaseLocks locks, CurrentSession session, SessionService sessions, AuditLog audit)
    : CaseGuard(sights, locks, session, sessions, audit)
{
    protected override bool MayLock => false;
}

public class CaseGuard(CaseSights sights, CaseLocks locks, CurrentSession session, SessionService sessions, AuditLog audit) : Guard
{
    protected virtual bool MayLock => true;

    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var named = Named(context, "number");
        if (await FindAsync(named) is not { } target)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, named, null));
            return new NotFoundResult();
        }

        if (MayLock && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await locks.EnterAsync(target.Row.Id);

            // It waited for the lock: a session that somebody ended meanwhile has no effect any more (SE-03).
            if (!await sessions.StillCountsAsync(session.Session) || await FindAsync(named) is not { } locked)
            {
                return new NotFoundResult();
            }

            target = locked;
        }

        Hand(context, target);
        return null;
    }

    private async Task<CaseTarget?> FindAsync(string named)
    {
        if (CaseReader.Of(session.User) is not { } reader || CaseNumber.Read(named) is not { } number)
        {
            return null;
        }

        var seen = sights.Of(reader);
        var found = await seen.AsNoTracking().Where(row => row.Number == number).Select(row => new
        {
            Row = row,
            row.Contract,
            row.Contract!.Holder,
            Links = seen.Where(link => link.Id == row.FollowUpOf || link.FollowUpOf == row.Id).OrderBy(link => link.Number)
                .Select(link => new CaseLink(link.Number, link.Subject, link.Id == row.FollowUpOf)).ToList(),
        }).SingleOrDefaultAsync();
        if (found is null)
        {
            return null;
        }

        found.Contract!.Holder = found.Holder;
        found.Row.Contract = found.Contract;
        return new CaseTarget(found.Row, reader) { Links = found.Links };
    }
}
