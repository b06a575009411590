using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Mail;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Cases.Mails;

/// <summary>
/// Tells author and followers what happened to a case, in the transaction of what happened, whoever did it and from
/// which page (CASE-7). Nobody is told of their own acts but of the inquiry that they sent, and nobody at all who may
/// not be in: a mail says what the page would.
/// </summary>
internal sealed class CaseMails(MailQueue queue, CurrentTenant current, TenantCatalog catalog, TimeProvider clock) : ITransactionHook
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
        foreach (var letter in letters.OrderBy(each => Mailbox.Of(each.To.Address), StringComparer.Ordinal))
        {
            await queue.EnqueueAsync(letter.Mail, letter.To, letter.Key, cancellationToken);
        }
    }

    // The mail of the accepted work request names the case that it opened.
    private static bool IsToldElsewhere(AuditEvent happened, SupportCase row) =>
        happened.Kind == CaseEvents.Opened && row.Kind == CaseKind.WorkRequest;

    private async Task<IEnumerable<Letter>> WriteAsync(PortalDbContext db, AuditEvent happened, SupportCase row,
        CancellationToken cancellationToken)
    {
        var entry = EntryOf(db, happened, row);
        var files = entry is { FileCount: > 0 } ? await FilesAsync(db, entry, cancellationToken) : [];
        return
            from user in await ReadersAsync(db, happened, row, cancellationToken)
            let to = MailRecipient.Of(user)
            where to is not null
            let who = user.Id == happened.ActorId ? null : Who(happened, entry)
            let mail = new CaseMail(Words(happened), row, who, entry?.Source)
            {
                ByItself = happened.ActorKind == ActorKind.System && happened.Kind != CaseEvents.Opened,
                Files = files,
            }
            select new Letter(mail, to, $"case/{happened.Id:N}/{user.Id:N}");
    }

    /// <summary>What was said at that moment; never what the customer's side does not see.</summary>
    private static CaseEntry? EntryOf(PortalDbContext db, AuditEvent happened, SupportCase row) => db.CaseEntries.Local
        .FirstOrDefault(entry => entry.CaseId == row.Id && entry.At == happened.OccurredAt && !entry.IsInternal);

    private static Task<List<string>> FilesAsync(PortalDbContext db, CaseEntry entry, CancellationToken cancellationToken)
    {
        var owner = CaseAttachments.OwnerOf(entry.Id).Reference;
        return db.StoredFiles.AcrossTenants(db.Scope).Where(file => file.TenantId == entry.TenantId && file.Owner == owner)
            .OrderBy(file => file.Id).Select(file => file.Name).ToListAsync(cancellationToken);
    }

    private async Task<List<PortalUser>> ReadersAsync(PortalDbContext db, AuditEvent happened, SupportCase row,
        CancellationToken cancellationToken)
    {
        if (await TenantAsync(row.TenantId, cancellationToken) is not { Suspended: false } tenant)
        {
            return [];
        }

        var users = db.Users.AcrossTenants(db.Scope)
            .Where(user => user.TenantId == row.TenantId && user.ContractId == row.ContractId)
            .Where(AccountStandings.Is(AccountStanding.Good, tenant.Zone.DayOf(clock.GetUtcNow())));
        if (happened.Kind == CaseEvents.Followed)
        {
            var added = Detail(happened, "follower");
            return await users.Where(user => user.UserName == added && user.Id != happened.ActorId).ToListAsync(cancellationToken);
        }

        var followers = db.CaseFollowers.AcrossTenants(db.Scope).Where(follower => follower.TenantId == row.TenantId
            && follower.CaseId == row.Id);
        return await users.Where(user => user.Id == row.AuthorId || followers.Any(follower => follower.UserId == user.Id))
            .Where(user => happened.Kind == CaseEvents.Opened || happened.ActorId == null || user.Id != happened.ActorId)
            .OrderBy(user => user.Id).ToListAsync(cancellationToken);
    }

    // The staff writes across tenants; a day is one of the people who are told.
    private async ValueTask<PortalTenant?> TenantAsync(Guid id, CancellationToken cancellationToken) =>
        current.OrNull is { } here && here.Id == id ? here : await catalog.FindAsync(id, cancellationToken);

    private static string? Who(AuditEvent happened, CaseEntry? entry) => entry?.AuthorName ?? happened.ActorName;

    /// <summary>What is asked of the reader comes before what was done.</summary>
    private static string Words(AuditEvent happened) => happened.Kind switch
    {
        CaseEvents.Opened => Detail(happened, "opener") == nameof(CaseSide.Customer) ? "Opened" : "OpenedFor",
        CaseEvents.Followed => "Followed",
        CaseEvents.Commented => "Commented",
        CaseEvents.Reminded => Detail(happened, "reminder")!,
        _ => "Moved." + Detail(happened, "move"),
    };

    private static string? Detail(AuditEvent happened, string name)
    {
        using var json = JsonDocument.Parse(happened.Details ?? "{}");
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private sealed record Letter(CaseMail Mail, MailRecipient To, string Key);
}
