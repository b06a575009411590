using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Mail;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Telling;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Cases.Mails;

/// <summary>
/// Tells author and followers what happened to a case, in the transaction of what happened, whoever did it and from
/// which page (CASE-7). Nobody is told of their own acts but of the inquiry that they sent, and nobody at all who may
/// not be in: a mail says what the page would. Where author and followers may not, managers are told who see the case.
/// What follows another mail closely is left to the digest.
/// </summary>
internal sealed class CaseMails(MailQueue queue, CaseDigests digests, CaseAudience audience, CurrentTenant current,
    TenantCatalog catalog) : ITransactionHook
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
        var told = await ReadersAsync(what, cancellationToken);
        return
            from user in told.People
            where happened.Kind == CaseEvents.Opened || user.Id != happened.ActorId
            let to = MailRecipient.Of(user)
            where to is not null
            select new Letter(what with { IsForManagers = told.AreManagers }, to, user.Id);
    }

    /// <summary>What was said at that moment; never what the customer's side does not see.</summary>
    private static CaseEntry? EntryOf(PortalDbContext db, AuditEvent happened, SupportCase row) => db.CaseEntries.Local
        .FirstOrDefault(entry => entry.CaseId == row.Id && entry.At == happened.OccurredAt && !entry.IsInternal);

    private async Task<CaseTold> ReadersAsync(CaseHappening what, CancellationToken cancellationToken)
    {
        if (await TenantAsync(what.Row.TenantId, cancellationToken) is not { Suspended: false } tenant)
        {
            return CaseTold.Nobody;
        }

        // A login ID may be several people's: whom the case was shared with is found by the account.
        return what.Event.Kind == CaseEvents.Followed
            ? new CaseTold(await audience.OneAsync(what.Row, tenant, Guid.Parse(what.Detail("followerId")!), cancellationToken), false)
            : await audience.OfAsync(what.Row, tenant, cancellationToken);
    }

    // The staff writes across tenants; a day is one of the people who are told.
    private async ValueTask<PortalTenant?> TenantAsync(Guid id, CancellationToken cancellationToken) =>
        current.OrNull is { } here && here.Id == id ? here : await catalog.FindAsync(id, cancellationToken);

    private sealed record Letter(CaseHappening What, MailRecipient To, Guid Reader);
}
