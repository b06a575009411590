using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Mail;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Digests;
using Portal.Web.Domain.Cases.Telling;
using Portal.Web.Mail;
using Portal.Web.Mail.Caps;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Cases.Mails;

/// <summary>
/// Keeps what follows a mail closely, and tells it in one piece (CASE-7). Both happen in the mailbox's turn, so that of
/// two that come at once one is the first mail, and two nodes tell once.
/// </summary>
internal sealed class CaseDigests(PortalDbContext db, CaseSights sights, CaseAudience audience, Workplaces workplaces, MailQueue queue,
    MailCaps caps, CurrentTenant tenant, TimeProvider clock) : ICaseDigests
{
    private static readonly string[] Kinds = [CaseMail.Name, CaseDigestMail.Name];

    /// <summary>Asked in the reader's turn, when the limits let the mail out.</summary>
    /// <returns>True where the digest tells it.</returns>
    public async Task<bool> HoldAsync(CaseHappening what, MailRecipient to, Guid reader)
    {
        ArgumentNullException.ThrowIfNull(what);
        var now = clock.GetUtcNow();
        var facts = new DigestFacts(what.Event.ActorId == reader, what.IsByTime, null, null);
        if (facts is { IsOwnAct: false, IsByTime: false })
        {
            facts = facts with { LastMail = await LastMailAsync(to, reader, now), NextDigest = await NextDigestAsync(to, reader) };
        }

        if (DigestRules.WaitsUntil(facts, now) is not { } due)
        {
            return false;
        }

        db.CaseDigestItems.Add(new CaseDigestItem
        {
            TenantId = to.TenantId,
            Id = Guid.CreateVersion7(now),
            UserId = reader,
            CaseId = what.Row.Id,
            EventId = what.Event.Id,
            EntryId = what.Entry?.Id,
            DueAt = due,
        });
        return true;
    }

    public IQueryable<Guid> Due()
    {
        var now = clock.GetUtcNow();
        return db.CaseDigestItems.Where(item => item.DueAt <= now).Select(item => item.UserId).Distinct();
    }

    public async Task<int> SendAsync(Guid userId)
    {
        var now = clock.GetUtcNow();
        var user = await ReaderAsync(userId, now);
        var to = user is null ? null : MailRecipient.Of(user);
        if (to is not null)
        {
            await caps.EnterCasesAsync(to);
        }

        var items = await db.CaseDigestItems.AsNoTracking().Where(item => item.UserId == userId)
            .OrderBy(item => item.Id).ToListAsync();
        if (!items.Exists(item => item.DueAt <= now))
        {
            return 0;
        }

        var ids = items.ConvertAll(item => item.Id);
        var places = to is null ? [] : await workplaces.EveryAsync(user!);
        var told = to is null ? [] : await ReadAsync(user!, places, items);
        await db.CaseDigestItems.Where(item => ids.Contains(item.Id)).ExecuteDeleteAsync();
        if (told is not [])
        {
            await queue.EnqueueAsync(told is [var only] ? only : new CaseDigestMail(told) { Contracts = NumbersOf(places) }, to!,
                $"case-digest/{items[0].Id:N}");
        }

        return 1;
    }

    /// <summary>Null for who may not be in any more, and so is told nothing.</summary>
    private async Task<PortalUser?> ReaderAsync(Guid userId, DateTimeOffset now) => tenant.Value.Has(TenantFeatures.Cases)
        ? await db.Users.Include(user => user.Contract)
            .Where(AccountStandings.MayBeTold(tenant.Value.Zone.DayOf(now)))
            .SingleOrDefaultAsync(user => user.Id == userId)
        : null;

    /// <summary>
    /// What may be told now: minutes passed, in which rights, people and cases may have changed. Author and followers
    /// are asked anew, of the contract as it is; so is what is internal.
    /// </summary>
    private async Task<IReadOnlyList<CaseMail>> ReadAsync(PortalUser user, IReadOnlyList<PortalUser> places, List<CaseDigestItem> items)
    {
        var (cases, events, entries) = (items.ConvertAll(item => item.CaseId), items.ConvertAll(item => item.EventId),
            items.ConvertAll(item => item.EntryId));
        var (own, managed) = await CasesAsync(user, places, cases);
        var happened = await db.AuditEvents.AsNoTracking().Where(row => events.Contains(row.Id)).ToListAsync();
        var said = await db.CaseEntries.AsNoTracking().Where(entry => entries.Contains(entry.Id) && !entry.IsInternal)
            .ToDictionaryAsync(entry => entry.Id);
        var told = new List<CaseMail>();

        // As it happened: not every database puts ids in the order of their time.
        foreach (var cause in happened.OrderBy(row => row.OccurredAt).ThenBy(row => row.Id))
        {
            var item = items.First(each => each.EventId == cause.Id);
            if ((own.GetValueOrDefault(item.CaseId) ?? managed.GetValueOrDefault(item.CaseId)) is { } row)
            {
                var what = new CaseHappening(cause, row, item.EntryId is { } id ? said.GetValueOrDefault(id) : null)
                {
                    IsForManagers = managed.ContainsKey(row.Id),
                };
                var whole = await (await what.WithFilesAsync(db, CancellationToken.None)).WithActorAsync(db, CancellationToken.None);
                told.Add(whole.For(user.Id));
            }
        }

        return told;
    }

    /// <summary>
    /// In each of its contracts as what it is there (CONT-2): what it has a part in, and what managers who see it are
    /// told in place of others.
    /// </summary>
    private async Task<(Dictionary<Guid, SupportCase> Own, Dictionary<Guid, SupportCase> Managed)> CasesAsync(PortalUser user,
        IReadOnlyList<PortalUser> places, List<Guid> cases)
    {
        var (own, managed) = (new Dictionary<Guid, SupportCase>(), new Dictionary<Guid, SupportCase>());
        foreach (var reader in places.Select(CaseReader.Of).OfType<CaseReader>())
        {
            var seen = sights.Of(reader).Where(row => cases.Contains(row.Id));
            foreach (var row in await sights.OwnOf(reader).AsNoTracking().Where(row => seen.Any(each => each.Id == row.Id)).ToListAsync())
            {
                own[row.Id] = row;
            }

            foreach (var row in (await seen.AsNoTracking().ToListAsync()).Where(row => !own.ContainsKey(row.Id)))
            {
                var (people, areManagers) = await audience.OfAsync(row, tenant.Value);
                if (areManagers && people.Any(each => each.Id == user.Id))
                {
                    managed[row.Id] = row;
                }
            }
        }

        return (own, managed);
    }

    /// <summary>Of who works for several: a list shows the cases of one.</summary>
    private static Dictionary<Guid, string> NumbersOf(IReadOnlyList<PortalUser> places) =>
        places.Select(user => user.Contract).OfType<Contract>().Where(_ => places.Count > 1)
            .ToDictionary(contract => contract.Id, contract => contract.Number);

    // The reader's own receipts are no news: what others do next is told at once.
    private Task<DateTimeOffset?> LastMailAsync(MailRecipient to, Guid reader, DateTimeOffset now)
    {
        var (mailbox, since) = (Mailbox.Of(to.Address), now - DigestRules.Window);
        return db.Outbox.AcrossTenants(db.Scope)
            .Where(row => row.TenantId == to.TenantId && row.Mailbox == mailbox && row.CreatedAt > since)
            .Where(row => row.RecipientUserId == reader && row.CausedBy != reader && Kinds.Contains(row.Kind))
            .MaxAsync(row => (DateTimeOffset?)row.CreatedAt);
    }

    /// <summary>Also of what this transaction holds back itself.</summary>
    private async Task<DateTimeOffset?> NextDigestAsync(MailRecipient to, Guid reader) =>
        db.CaseDigestItems.Local.FirstOrDefault(item => item.TenantId == to.TenantId && item.UserId == reader)?.DueAt
            ?? await db.CaseDigestItems.AcrossTenants(db.Scope).Where(item => item.TenantId == to.TenantId && item.UserId == reader)
                .MinAsync(item => (DateTimeOffset?)item.DueAt);
}
