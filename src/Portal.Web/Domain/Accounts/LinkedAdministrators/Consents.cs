using Microsoft.EntityFrameworkCore;
using Portal.Rules.LinkedAdministrators;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>Consent to the terms of the mail migration: whose is missing, and giving it (LINK-3).</summary>
public sealed class Consents(PortalDbContext db, UnitOfWork work, CurrentSession session, SessionService sessions, AuditLog audit,
    CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Costs a statement for those few accounts alone that the terms concern.</summary>
    public async Task<bool> IsMissingAsync()
    {
        if (tenant.Value.Consent is not { } policy || session.OrNull is not { User: { } user } || session.Acting is not null
            || user.Door != tenant.Value.Profile.LinkedAdministrators!.Door
            || !ConsentRules.Concerns(policy, user.Email ?? user.UserName, user.CreatedAt))
        {
            return false;
        }

        return !await work.RunAsync(() => db.Consents.AnyAsync(row => row.UserId == user.Id && row.Version == policy.Version));
    }

    /// <summary>Recorded once, with its time and the version of the text.</summary>
    public async Task AgreeAsync()
    {
        if (!await IsMissingAsync())
        {
            return;
        }

        var version = tenant.Value.Consent!.Version;
        db.Consents.Add(new ConsentRow
        {
            Id = Guid.CreateVersion7(),
            UserId = session.UserId,
            Version = version,
            AcceptedAt = clock.GetUtcNow(),
        });
        audit.Record(LinkEvents.Consented, AuditSubject.Of(session.User), details: new { terms = version });
    }

    public async Task RefuseAsync()
    {
        audit.Record(LinkEvents.ConsentRefused, AuditSubject.Of(session.User), details: new { terms = tenant.Value.Consent?.Version });
        await sessions.EndAsync(session.Session, SessionEnds.SignedOut);
    }
}
