using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>
/// Turns the id from a cookie into this request's session, actor
/// and sight of tenants: the one authentication round trip.
/// </summary>
public sealed class SessionReader(
    PortalDbContext db, UnitOfWork work, SessionService sessions, Workplaces workplaces, CurrentSession current, CurrentTenant tenant,
        TenantScope scope, TenantCatalog catalog, AuditActor actor)
{
    public async Task ReadAsync(string sid, bool touch)
    {
        // What it is at home counts wherever it works.
        var asksFactor = false;
        AccountRole? atHome = null;
        current.Enter(await work.RunAsync(async () =>
        {
            var lookup = await sessions.FindAsync(sid, touch);
            (asksFactor, atHome) = (lookup.Session is { } found && AsksFactor(found), lookup.Session?.User!.Role);
            return await workplaces.EnterAsync(lookup);
        }), atHome);
        if (current.OrNull is not { } session)
        {
            return;
        }

        current.LacksFactor(session is { State: SessionState.Full, FactorProvenAt: null } && (asksFactor || AsksFactor(session)));
        actor.ActAs(tenant.Value.IsStaffRealm ? ActorKind.Staff : ActorKind.User, session.User!);
        actor.SessionHash = SessionService.HashText(session.SidHash);
        if (tenant.Value.IsStaffRealm)
        {
            current.LooksAfter(await StaffTenantsAsync(session.User!));
            scope.UseStaff(tenant.Value.Id, current.StaffTenants);
        }
    }

    private bool AsksFactor(Session session) =>
        SecondFactorRules.IsRequired(tenant.Value.Factors, session.User!.Role, session.User.MustHaveSecondFactor);

    private async Task<IEnumerable<Guid>> StaffTenantsAsync(PortalUser user) => user.Role == AccountRole.SystemAdministrator
        ? (await catalog.ListAsync()).Select(each => each.Id)
        : await work.RunAsync(() => db.StaffAssignments.Where(row => row.UserId == user.Id).Select(row => row.TenantId).ToListAsync());
}
