using Microsoft.EntityFrameworkCore;
using Portal.Rules.Announcements;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>An announcement as the staff's list shows it.</summary>
public sealed record EditorRow(PortalTenant Tenant, Announcement Row, AnnouncementState State);

/// <summary>How many announcements each tab has.</summary>
public sealed record EditorCounts(ListCount All, ListCount Draft, ListCount Planned, ListCount Shown, ListCount Over)
{
    public ListCount Of(AnnouncementState? state) => state switch
    {
        AnnouncementState.Draft => Draft,
        AnnouncementState.Planned => Planned,
        AnnouncementState.Shown => Shown,
        AnnouncementState.Over => Over,
        _ => All,
    };
}

/// <summary>The announcements of the tenants that one looks after (ADMIN-6).</summary>
public sealed class EditorQueue(PortalDbContext db, StaffReach reach, AnnouncementSights sights, TimeProvider clock)
{
    public static readonly ListOrders<Announcement> Orders = new ListOrders<Announcement>("-from")
        .By("from", row => row.ShownFrom)
        .By("title", row => row.TitleJa)
        .By("views", row => row.ViewCount)
        .By("changed", row => row.ChangedAt)
        .Then(row => row.TenantId).Then(row => row.Id);

    /// <summary>Those that have announcements at all.</summary>
    public static IReadOnlyList<PortalTenant> WithAnnouncements(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.Announcements))];

    /// <summary>One query for all tabs.</summary>
    public async Task<EditorCounts> CountAsync(IReadOnlyList<PortalTenant> tenants)
    {
        var (all, draft, planned) = (In(tenants, null), In(tenants, AnnouncementState.Draft), In(tenants, AnnouncementState.Planned));
        var (shown, over) = (In(tenants, AnnouncementState.Shown), In(tenants, AnnouncementState.Over));
        var found = await reach.Rows(tenants).OrderBy(tenant => tenant.Id).Take(1).Select(_ => new
        {
            All = all.Take(ListCount.Most + 1).Count(),
            Draft = draft.Take(ListCount.Most + 1).Count(),
            Planned = planned.Take(ListCount.Most + 1).Count(),
            Shown = shown.Take(ListCount.Most + 1).Count(),
            Over = over.Take(ListCount.Most + 1).Count(),
        }).FirstOrDefaultAsync();
        return new EditorCounts(ListCount.Of(found?.All ?? 0), ListCount.Of(found?.Draft ?? 0), ListCount.Of(found?.Planned ?? 0),
            ListCount.Of(found?.Shown ?? 0), ListCount.Of(found?.Over ?? 0));
    }

    public async Task<ListPage<EditorRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, EditorQuery query, ListCount count)
    {
        ArgumentNullException.ThrowIfNull(query);
        var number = ListPages.Within(query.Page);
        var rows = await Orders.Apply(In(tenants, query.State), query.Order).Include(row => row.Contract).AsNoTracking()
            .OnPage(number).ToListAsync();
        return new ListPage<EditorRow>([.. rows.Select(row => new EditorRow(tenants.First(tenant => tenant.Id == row.TenantId), row,
            StateOf(row)))], number, ListPages.UsualSize, count);
    }

    public AnnouncementState StateOf(Announcement row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return AnnouncementRules.StateOf(row.IsPublished, row.ShownFrom, row.ShownUntil, clock.GetUtcNow());
    }

    private IQueryable<Announcement> In(IReadOnlyList<PortalTenant> tenants, AnnouncementState? state)
    {
        var rows = reach.Within(db.Announcements, tenants);
        return state is { } one ? rows.Where(sights.In(one)) : rows;
    }
}
