using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Mail;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Cases;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Cases.Mails;

/// <summary>
/// Tells author and followers what happened to a case, in the transaction of what happened, whoever did it and from
/// which page (CASE-7). Nobody is told of their own acts but of the inquiry that they sent, and nobody at all who may
/// not be in: a mail says what the page would. What follows another mail closely is left to the digest.
/// </summary>
internal sealed class CaseMails(MailQueue queue, CaseDigests digests, CurrentTenant current, TenantCatalog catalog, TimeProvider clock)
    : ITransactionHook
{
    private static readonly string[] Told =
        [CaseEvents.Opened, CaseEvents.Commented, CaseEvents.Moved, CaseEvents.Followed, CaseEvents.Reminded];

    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var letters = new List<Letter>();
        foreach (var happened in db.RecordedEvents.Where(row => Told.Contains(row.Kind)).ToList())
        {
            if (CaseNumber.Read(happened.SubjectName) is { } number
                && await db.Cases.AcrossTenants(db.Scope)
                    .SingleOrDefaultAsync(row => row.TenantId == happened.TenantId && row.Number == number, cancellationToken) is { } row
                && !IsToldElsewhere(happened, row))
            {
                letters.AddRange(await WriteAsync(db, happened, row, cancellationToken));
            }
        }

        // Each mailbox has its turn; all take these turns in one order, so that no two wait for each other.
        // Somebody has the same mailbox at two tenants, whose cases the staff moves together.
        foreach (var letter in letters
            .OrderBy(each => Mailbox.Of(each.To.Address), StringComparer.Ordinal).ThenBy(each => each.To.TenantId))
        {
            await queue.EnqueueAsync(letter.What.For(letter.Reader), letter.To, $"case/{letter.What.Event.Id:N}/{letter.Reader:N}",
                () => digests.HoldAsync(letter.What, letter.To, letter.Reader), cancellationToken);
        }
    }

    // The mail of the accepted work request names the case that it opened.
    private static bool IsToldElsewhere(AuditEvent happened, SupportCase row) =>
        happened.Kind == CaseEvents.Opened && row.Kind == CaseKind.WorkRequest;

    private async Task<IEnumerable<Letter>> WriteAsync(PortalDbContext db, AuditEvent happened, SupportCase row,
        CancellationToken cancellationToken)
    {
        var bare = new CaseHappening(happened, row, EntryOf(db, happened, row));
        var what = await (await bare.WithFilesAsync(db, cancellationToken)).WithActorAsync(db, cancellationToken);
        return
            from user in await ReadersAsync(db, what, cancellationToken)
            let to = MailRecipient.Of(user)
            where to is not null
            select new Letter(what, to, user.Id);
    }

    /// <summary>What was said at that moment; never what the customer's side does not see.</summary>
    private static CaseEntry? EntryOf(PortalDbContext db, AuditEvent happened, SupportCase row) => db.CaseEntries.Local
        .FirstOrDefault(entry => entry.CaseId == row.Id && entry.At == happened.OccurredAt && !entry.IsInternal);

    private async Task<List<PortalUser>> ReadersAsync(PortalDbContext db, CaseHappening what, CancellationToken cancellationToken)
    {
        var (happened, row) = (what.Event, what.Row);
        if (await TenantAsync(row.TenantId, cancellationToken) is not { Suspended: false } tenant)
        {
            return [];
        }

        // Each is found by its own id; who has left the contract is told nothing any more.
        var memberships = db.Memberships.AcrossTenants(db.Scope);
        var users = db.Users.AcrossTenants(db.Scope)
            .Where(user => user.TenantId == row.TenantId && (user.ContractId == row.ContractId
                || memberships.Any(each => each.TenantId == row.TenantId && each.UserId == user.Id && each.ContractId == row.ContractId)))
            .Where(AccountStandings.MayBeTold(tenant.Zone.DayOf(clock.GetUtcNow())));
        if (happened.Kind == CaseEvents.Followed)
        {
            var added = what.Detail("follower");
            return await users.Where(user => user.UserName == added && user.Id != happened.ActorId).ToListAsync(cancellationToken);
        }

        var followers = db.CaseFollowers.AcrossTenants(db.Scope).Where(follower => follower.TenantId == row.TenantId
            && follower.CaseId == row.Id);

        // Two lists that an index gives each: with an "or", the database would look at everybody of the contract.
        return await users.Where(user => user.Id == row.AuthorId)
            .Concat(users.Where(user => user.Id != row.AuthorId && followers.Any(follower => follower.UserId == user.Id)))
            .Where(user => happened.Kind == CaseEvents.Opened || happened.ActorId == null || user.Id != happened.ActorId)
            .OrderBy(user => user.Id).ToListAsync(cancellationToken);
    }

    // The staff writes across tenants; a day is one of the people who are told.
    private async ValueTask<PortalTenant?> TenantAsync(Guid id, CancellationToken cancellationToken) =>
        current.OrNull is { } here && here.Id == id ? here : await catalog.FindAsync(id, cancellationToken);

    private sealed record Letter(CaseHappening What, MailRecipient To, Guid Reader);
}
