using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>A mail as the list shows it; its text never leaves the database.</summary>
public sealed record OutboxRow(Guid Id, PortalTenant Tenant, DateTimeOffset CreatedAt, OutboxChannel Channel, string Kind, string Subject,
    string Recipient, OutboxState State, int Tries, DateTimeOffset NextTryAt)
{
    public KeysetPlace Place => new(CreatedAt, Id);
}

/// <summary>
/// The mails of the tenants one administers, newest first; read by place, because sent ones add up (PERF-3).
/// </summary>
public sealed class OutboxList(PortalDbContext db, StaffReach reach, IDisplayTime time, TimeProvider clock)
{
    /// <summary>An address that many accounts spell in more ways than this is looked for in these.</summary>
    private const int MostSpellings = 100;

    private static readonly KeysetOfTenants<OutboxMessage> Order = new(row => row.CreatedAt, row => row.Id);

    public async Task<KeysetPart<OutboxRow>> ReadAsync(IReadOnlyList<PortalTenant> tenants, OutboxQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var start = KeysetStart.Of(query.After, query.Before);
        return KeysetParts.Of(await ReadAsync(tenants, query, start, KeysetParts.Enough), start, row => row.Place);
    }

    /// <summary>The next rows of a file, newest first.</summary>
    /// <param name="until">What is written from then on is not in the file (EX-04).</param>
    public Task<IReadOnlyList<OutboxRow>> BatchAsync(IReadOnlyList<PortalTenant> tenants, OutboxQuery query, DateTimeOffset until,
        KeysetPlace? after, int size) =>
        ReadAsync(tenants, query, new KeysetStart(after, false), size, until);

    /// <summary>How many rows a file will have.</summary>
    public async Task<int> CountAsync(IReadOnlyList<PortalTenant> tenants, OutboxQuery query, DateTimeOffset until) =>
        await Matching(tenants, query, await RecipientsAsync(tenants, query), until).CountAsync();

    /// <summary>How many mails a limit kept back in the last 24 hours (ML-08).</summary>
    public Task<int> WithheldAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        return reach.Within(db.AuditEvents, tenants).Where(row => row.Kind == AuditKinds.MailWithheld && row.OccurredAt > since)
            .Take(ListCount.Most).CountAsync();
    }

    /// <summary>A mail of a tenant within reach; not tracked.</summary>
    public Task<OutboxMessage?> FindAsync(PortalTenant tenant, Guid id) =>
        reach.Within(db.Outbox, [tenant]).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);

    private async Task<IReadOnlyList<OutboxRow>> ReadAsync(IReadOnlyList<PortalTenant> tenants, OutboxQuery query, KeysetStart start,
        int size, DateTimeOffset? until = null)
    {
        var matching = Matching(tenants, query, await RecipientsAsync(tenants, query), until);
        var rows = await Order.Read(reach.Rows(tenants), matching, start, size).AsNoTracking()
            .Select(row => new
            {
                row.Id,
                row.TenantId,
                row.CreatedAt,
                row.Channel,
                row.Kind,
                row.Subject,
                row.Recipient,
                row.State,
                row.Tries,
                row.NextTryAt
            })
            .ToListAsync();
        return [.. rows.Select(row => new OutboxRow(row.Id, tenants.First(tenant => tenant.Id == row.TenantId), row.CreatedAt, row.Channel,
            row.Kind, row.Subject, row.Recipient, row.State, row.Tries, row.NextTryAt))];
    }

    /// <summary>
    /// The addresses that are meant, however one is written: as accounts have them, and for whoever has none as people
    /// write one. Null where none is looked for.
    /// </summary>
    private async Task<string[]?> RecipientsAsync(IReadOnlyList<PortalTenant> tenants, OutboxQuery query)
    {
        if (query.Address is not { } typed)
        {
            return null;
        }

        var key = CanonicalText.Email(typed);
        var known = await reach.Within(db.Users, tenants).Where(user => user.NormalizedEmail == key).Select(user => user.Email!)
            .Distinct().Take(MostSpellings).ToListAsync();
        return [.. Spellings.Of(typed).Concat(known).Distinct()];
    }

    private IQueryable<OutboxMessage> Matching(IReadOnlyList<PortalTenant> tenants, OutboxQuery query, string[]? recipients,
        DateTimeOffset? until)
    {
        var states = query.States;
        var rows = reach.Within(db.Outbox, tenants).Where(row => states.Contains(row.State));
        rows = DayRange.Day(query.From) is { } day && time.StartOfDay(day) is var since ? rows.Where(row => row.CreatedAt >= since) : rows;
        rows = until is { } end ? rows.Where(row => row.CreatedAt < end) : rows;
        return recipients is not null ? rows.Where(row => recipients.Contains(row.Recipient)) : rows;
    }
}
