using Microsoft.EntityFrameworkCore;
using Portal.Rules.LinkedAdministrators;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>
/// Consent to the terms of the mail migration: whose is missing, and giving it (LINK-3). It is the reader's own, in
/// whoever's place that one works.
/// </summary>
public sealed class Consents(PortalDbContext db, UnitOfWork work, CurrentSession session, SessionService sessions, AuditLog audit,
    CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Costs a statement for those few accounts alone that the terms concern.</summary>
    public async Task<bool> IsMissingAsync()
    {
        if (tenant.Value.Consent is not { } policy || !session.IsSignedIn || session.Reader is not { } user
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
            UserId = session.Reader.Id,
            Version = version,
            AcceptedAt = clock.GetUtcNow(),
        });
        audit.Record(LinkEvents.Consented, AuditSubject.Of(session.Reader), details: new { terms = version });
    }

    /// <returns>False where nothing is asked, so that there is nothing to refuse; the session goes on then.</returns>
    public async Task<bool> RefuseAsync()
    {
        if (!await IsMissingAsync())
        {
            return false;
        }

        audit.Record(LinkEvents.ConsentRefused, AuditSubject.Of(session.Reader), details: new { terms = tenant.Value.Consent!.Version });
        await sessions.EndAsync(session.Session, SessionEnds.SignedOut);
        return true;
    }
}
