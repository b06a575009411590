using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.LinkedAdministrators;
using Portal.Rules.Standing;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Acting;

/// <summary>
/// Turns the handle of an address into the account that the request works for. Everything is asked anew each time: the
/// row must be this very session's, the place it was opened from be open still, the link be there and confirmed, both
/// accounts in good standing, the act allowed (LINK-7). So nothing has to be told when a link is cut; the next request
/// finds it gone.
/// </summary>
public sealed class ActingReader(PortalDbContext db, UnitOfWork work, CurrentSession current, LinkReading links, Delegates delegates,
    AuditLog audit, AuditActor actor, CurrentTenant tenant, TimeProvider clock)
{
    /// <returns>False where the handle opens nothing for who is signed in; nothing has changed then.</returns>
    public async Task<bool> EnterAsync(string handle)
    {
        // Who has to change a password or prove a factor first does that first.
        if (!current.IsSignedIn || current.IsChangeOnly || current.IsEnrolOnly || current.Acting is not null)
        {
            return false;
        }

        var (session, real) = (current.Session, current.User);
        if (await work.RunAsync(() => FindAsync(session.Id, handle)) is not { } found || !IsAllowed(found, real))
        {
            return false;
        }

        var row = found.Row;
        current.Act(new ActingFor(row.Id, row.Handle, row.Kind, real, row.LinkId, found.Via), found.Subject);
        actor.ActingAsId = found.Subject.Id;
        return true;
    }

    /// <summary>
    /// Records who came with a handle that was never its own (AZ-09); an own one that is over has been left open.
    /// </summary>
    public Task RecordForeignAsync(string handle) => work.RunAsync(async () =>
    {
        var userId = current.Reader.Id;
        if (!await db.ActingRows.AnyAsync(row => row.Handle == handle && row.RealUserId == userId))
        {
            audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, handle, null), "acting");
        }
    });

    /// <summary>This request itself has ended it, so that nobody need ask again.</summary>
    internal bool HasEnded { get; set; }

    /// <summary>
    /// The same asked again by whatever has waited since its request began; the caller holds its locks.
    /// </summary>
    public async Task<bool> StillCountsAsync(ActingFor acting)
    {
        ArgumentNullException.ThrowIfNull(acting);
        return HasEnded || await FindAsync(current.Session.Id, acting.Handle) is { } found && IsAllowed(found, acting.Real);
    }

    private async Task<Found?> FindAsync(Guid sessionId, string handle)
    {
        var read = await (from row in db.ActingRows.AsNoTracking()
                          join subject in db.Users.AsNoTracking() on row.ActedForId equals subject.Id
                          join via in db.Users.AsNoTracking() on row.ViaUserId equals (Guid?)via.Id into vias
                          from via in vias.DefaultIfEmpty()
                          join link in db.AdministratorLinks.AsNoTracking() on row.LinkId equals (Guid?)link.Id into links
                          from link in links.DefaultIfEmpty()
                          where row.SessionId == sessionId && row.Handle == handle && row.EndedAt == null
                              && (row.ViaId == null || db.ActingRows.Any(opener => opener.Id == row.ViaId && opener.EndedAt == null))
                          select new { row, subject, subject.Contract, via, ViaContract = via!.Contract, link }).SingleOrDefaultAsync();
        if (read is null)
        {
            return null;
        }

        read.subject.Contract = read.Contract;
        if (read.via is not null)
        {
            read.via.Contract = read.ViaContract;
        }

        return new Found(read.row, read.subject, read.via, read.link);
    }

    private bool IsAllowed(Found found, PortalUser real) => found.Row.Kind switch
    {
        ActingKind.LinkedAdministrator => GoesOn(found, found.Subject, real),
        ActingKind.UserByProxy when found.Row.LinkId is not null =>
            found.Via is { } via && GoesOn(found, via, real) && MayActFor(via, found.Subject),
        ActingKind.UserByProxy => MayActFor(real, found.Subject),
        _ => false,
    };

    private bool GoesOn(Found found, PortalUser administrator, PortalUser real) =>
        found.Link is { } link && link.ManagerId == real.Id && link.AdministratorId == administrator.Id
        && real.Role == AccountRole.LinkedManager && links.GoesOn(link, administrator);

    private bool MayActFor(PortalUser who, PortalUser subject) =>
        AccountStandings.Of(subject, tenant.Value, clock.GetUtcNow()) == AccountStanding.Good
        && delegates.MayDo(who, subject, DelegatedAct.ActFor);

    private sealed record Found(ActingRow Row, PortalUser Subject, PortalUser? Via, AdministratorLink? Link);
}
