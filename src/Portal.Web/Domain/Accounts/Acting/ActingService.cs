using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.LinkedAdministrators;
using Portal.Rules.Standing;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Acting;

public abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    /// <param name="Handle">For the address of its pages.</param>
    public sealed record Opened(string Handle) : OpenOutcome;

    public sealed record Refused(LinkHindrance Why) : OpenOutcome;

    /// <summary>There is no such link of this manager.</summary>
    public sealed record Unknown : OpenOutcome;
}

/// <summary>Where it was opened.</summary>
public abstract record ActingBack
{
    private ActingBack()
    {
    }

    /// <summary>In the linked manager's list.</summary>
    public sealed record ToLinks : ActingBack;

    /// <summary>On the user's page.</summary>
    /// <param name="ViaHandle">Of the administrator ID in whose place it was opened; null for one's own.</param>
    public sealed record ToUser(string? ViaHandle) : ActingBack;
}

/// <summary>Begins and ends working in somebody else's place. The same place opened twice is one.</summary>
public sealed class ActingService(PortalDbContext db, CurrentSession current, LinkReading links, ActingReader reader, AccountLocks locks,
    AuditLog audit, CurrentTenant tenant, TimeProvider clock)
{
    // Not secret: the row is its session's alone. Long enough that two never meet.
    private const int HandleBytes = 6;

    /// <summary>A linked manager opens an administrator ID (LINK-5).</summary>
    public async Task<OpenOutcome> OpenAsync(Guid linkId)
    {
        if (await links.OneAsync(current.UserId, linkId) is not { } before)
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, linkId.ToString(), null), "link");
            return new OpenOutcome.Unknown();
        }

        // What locks, unlinks or changes the password meanwhile comes before or after, never between.
        await locks.SignInAsync(before.Administrator.Id);
        if (await links.OneAsync(current.UserId, linkId) is not { } linked)
        {
            return new OpenOutcome.Unknown();
        }

        if (linked.Decision is LinkDecision.Refused refused)
        {
            audit.Record(AuditKinds.AccessDenied, AuditSubject.Of(linked.Administrator), refused.Why.ToString());
            return new OpenOutcome.Refused(refused.Why);
        }

        var now = clock.GetUtcNow();
        await db.AdministratorLinks.Where(row => row.Id == linkId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastOpenedAt, now));
        return new OpenOutcome.Opened(await StartAsync(linked.Administrator, ActingKind.LinkedAdministrator, linkId));
    }

    /// <summary>An administrator opens a user's settings by proxy (LINK-6); the guard has asked.</summary>
    /// <param name="subject">With its contract.</param>
    /// <returns>The handle; null where that account may not be in at all.</returns>
    public async Task<string?> ActForAsync(PortalUser subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return AccountStandings.Of(subject, tenant.Value, clock.GetUtcNow()) == AccountStanding.Good
            ? await StartAsync(subject, ActingKind.UserByProxy, current.Acting?.LinkId)
            : null;
    }

    /// <summary>Ends what this request works in, and what was opened from there.</summary>
    public async Task<ActingBack> EndAsync()
    {
        var acting = current.Acting ?? throw new InvalidOperationException("This request works for nobody else.");
        reader.HasEnded = true;
        var now = clock.GetUtcNow();
        if (await db.ActingRows.Where(row => (row.Id == acting.Id || row.ViaId == acting.Id) && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now)) > 0)
        {
            audit.Record(ActingEvents.Ended, AuditSubject.Of(current.User), acting.Kind.ToString());
        }

        return acting.Kind == ActingKind.LinkedAdministrator ? new ActingBack.ToLinks() : new ActingBack.ToUser(await ViaAsync(acting.Id));
    }

    private Task<string?> ViaAsync(Guid id) => (from row in db.ActingRows
                                                join via in db.ActingRows on row.ViaId equals (Guid?)via.Id
                                                where row.Id == id && via.EndedAt == null
                                                select via.Handle).SingleOrDefaultAsync();

    private async Task<string> StartAsync(PortalUser subject, ActingKind kind, Guid? linkId)
    {
        var (session, via) = (current.Session.Id, current.Acting);
        var viaId = via?.Id;
        var known = await db.ActingRows.AsNoTracking().FirstOrDefaultAsync(row => row.SessionId == session && row.ActedForId == subject.Id
            && row.Kind == kind && row.LinkId == linkId && row.ViaId == viaId && row.EndedAt == null);
        if (known is not null)
        {
            return known.Handle;
        }

        var row = new ActingRow
        {
            Id = Guid.CreateVersion7(),
            Handle = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HandleBytes)),
            SessionId = session,
            RealUserId = current.Reader.Id,
            ActedForId = subject.Id,
            Kind = kind,
            LinkId = linkId,
            ViaId = viaId,
            ViaUserId = via is null ? null : current.UserId,
            CreatedAt = clock.GetUtcNow(),
        };
        db.ActingRows.Add(row);
        audit.Record(ActingEvents.Started, AuditSubject.Of(subject), kind.ToString());
        return row.Handle;
    }
}
