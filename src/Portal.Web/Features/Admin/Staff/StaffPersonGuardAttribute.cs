using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Admin.Staff;

/// <summary>One member of the staff within reach; with its sign-in state, not tracked.</summary>
/// <param name="Verdict">Whether the reader may act on the account as a whole.</param>
public sealed record StaffPersonTarget(PortalUser User, StaffRights Rights, StaffVerdict Verdict)
{
    public StaffSubject Subject => new(User.Id, Rights);

    public string Path => StaffPaths.StaffPerson(User.Id);

    public string Act(string act) => StaffPaths.StaffPersonAct(User.Id, act);
}

/// <summary>
/// The member of the staff that the address names; out of reach is answered like unknown, and recorded (AZ-01). What an
/// act may do it asks itself, under its locks.
/// </summary>
public sealed class StaffPersonGuardAttribute : GuardAttribute<StaffPersonGuard>;

public sealed class StaffPersonGuard(StaffReach reach, StaffTurns turns, PortalDbContext db, AuditLog audit) : Guard
{
    protected override async Task<IActionResult?> RefuseAsync(ActionExecutingContext context)
    {
        var id = Id(context);
        if (await db.Users.Include(row => row.SignIn).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is not { } user)
        {
            return new NotFoundResult();
        }

        var rights = new StaffRights(user.Role, await turns.TenantsAsync(id));
        var subject = new StaffSubject(id, rights);
        if (StaffAccountRules.See(reach.Actor, subject) != StaffVerdict.Allowed)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, id.ToString(), null));
            return new NotFoundResult();
        }

        Hand(context, new StaffPersonTarget(user, rights, StaffAccountRules.Decide(reach.Actor, subject)));
        return null;
    }
}
