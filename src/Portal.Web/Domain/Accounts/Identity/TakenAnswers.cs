using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// The answer "this cannot be used" tells that an ID, or an address that is one, exists somewhere in the tenant. That
/// cannot be avoided where IDs are chosen, so each such answer is recorded, and one account gets few an hour (EN-06).
/// </summary>
public sealed class TakenAnswers(PortalDbContext db, AuditLog audit, AuditActor actor, TimeProvider clock)
{
    public const int PerHour = 10;

    /// <summary>How many the one who acts still gets; exact while something is locked that it asks through.</summary>
    /// <param name="holder">For whom a mailed link speaks, where nobody is signed in.</param>
    public async Task<int> LeftAsync(PortalUser? holder = null)
    {
        var (who, sinceAnHour) = (actor.Id ?? holder?.Id, clock.GetUtcNow().AddHours(-1));
        return Math.Max(0, PerHour - await db.AuditEvents.CountAsync(row => row.Kind == AuditKinds.LoginIdProbed && row.ActorId == who
            && row.OccurredAt > sinceAnHour));
    }

    /// <param name="asked">What was asked for.</param>
    /// <param name="holder">As in <see cref="LeftAsync"/>.</param>
    public void Record(string asked, Guid? contractId, PortalUser? holder = null)
    {
        var row = audit.Record(AuditKinds.LoginIdProbed, new AuditSubject(null, asked, contractId));
        if (actor.Id is null && holder is not null)
        {
            (row.ActorKind, row.ActorId, row.ActorName) = (ActorKind.User, holder.Id, holder.UserName);
        }
    }
}
