using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Searching;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>A case as the desk's list shows it.</summary>
public sealed record DeskRow(PortalTenant Tenant, SupportCase Row)
{
    public CaseKey Key => new(Tenant.Slug, Row.Number);
}

/// <summary>Which case stands somewhere in a list.</summary>
public sealed record DeskPlace(Guid TenantId, int Number);

/// <summary>The cases of the tenants that one looks after (ADMIN-5).</summary>
public sealed class DeskQueue(PortalDbContext db, StaffReach reach, CaseTextSearch texts, CurrentSession session, IDisplayTime time,
    TimeProvider clock)
{
    public static readonly ListOrders<SupportCase> Orders = new ListOrders<SupportCase>("-updated")
        .By("waiting", row => row.WaitingSince)
        .By("due", row => row.DueAt)
        .By("subject", row => row.Subject)
        .By("status", row => row.Status == CaseStatus.New ? 0 : row.Status == CaseStatus.InProgress ? 1
            : row.Status == CaseStatus.AwaitingCustomer ? 2 : row.Status == CaseStatus.Resolved ? 3 : 4)
        .By("contract", row => row.Contract!.Number)
        .By("contact", row => row.AuthorKana)
        .By("assignee", row => row.AssigneeName)
        .By("updated", row => row.UpdatedAt)
        .Then(row => row.TenantId).Then(row => row.Id);

    /// <summary>Those that have cases at all.</summary>
    public static IReadOnlyList<PortalTenant> WithCases(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.Cases))];

    /// <summary>Those of one of the lists that meet the conditions of a query.</summary>
    public IQueryable<SupportCase> Found(IReadOnlyList<PortalTenant> tenants, DeskQuery query, DeskView view)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (status, kind, priority) = (query.AskedStatus, query.AskedKind, query.AskedPriority);
        var (author, days) = (query.Author, query.Days(time.StartOfDay));
        var (since, until) = (days.Since, days.Until);
        Guid[] ids = [.. tenants.Select(tenant => tenant.Id)];
        return In(tenants, view)
            .Where(row => (status == null || row.Status == status) && (kind == null || row.Kind == kind)
                && (priority == null || row.Priority == priority) && (author == null || row.AuthorId == author)
                && (since == null || row.CreatedAt >= since) && (until == null || row.CreatedAt < until))
            .Matching(query.Q, word =>
            {
                var number = NumberIn(word);
                var capitals = word.ToUpperInvariant();
                var found = texts.In(ids, word);
                return row => found.Contains(row.Id) || row.Number == number || row.Contract!.Number.Contains(capitals)
                    || row.Contract.Holder!.Name.Contains(word) || row.AuthorName.Contains(word);
            });
    }

    public IQueryable<SupportCase> In(IReadOnlyList<PortalTenant> tenants, DeskView view)
    {
        var (cases, me, now) = (reach.Within(db.Cases, tenants), session.UserId, clock.GetUtcNow());
        return view switch
        {
            DeskView.Waiting => cases.Where(row => row.WaitingSince != null),
            DeskView.Due => cases.Where(row => row.DueAt != null && (row.AnswerWarnAt <= now || row.SolutionWarnAt <= now)),
            DeskView.Unassigned => cases.Where(row => row.AssigneeId == null && row.Status != CaseStatus.Closed),
            DeskView.Mine => cases.Where(row => row.AssigneeId == me && row.Status != CaseStatus.Closed),
            _ => cases,
        };
    }

    /// <summary>What should have been answered or solved by now.</summary>
    public IQueryable<SupportCase> Overdue(IReadOnlyList<PortalTenant> tenants)
    {
        var now = clock.GetUtcNow();
        return reach.Within(db.Cases, tenants).Where(row => row.DueAt <= now);
    }

    /// <summary>How many each list has: one query for all tabs.</summary>
    public Task<IReadOnlyDictionary<DeskView, ListCount>> CountAsync(IReadOnlyList<PortalTenant> tenants, DeskQuery query) =>
        Enum.GetValues<DeskView>().CountEachAsync(view => Found(tenants, query, view));

    public async Task<ListPage<DeskRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, DeskQuery query, ListCount count)
    {
        ArgumentNullException.ThrowIfNull(query);
        var number = ListPages.Within(query.Page);
        var rows = await Orders.Apply(Found(tenants, query, query.Preset), query.Order).Include(row => row.Contract!.Holder).AsNoTracking()
            .OnPage(number).ToListAsync();
        return new ListPage<DeskRow>([.. rows.Select(row => new DeskRow(tenants.First(tenant => tenant.Id == row.TenantId), row))], number,
            ListPages.UsualSize, count);
    }

    /// <summary>The first of a list with what its rows show.</summary>
    public async Task<IReadOnlyList<DeskRow>> TopAsync(IReadOnlyList<PortalTenant> tenants, DeskQuery query, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = await Orders.Apply(Found(tenants, query, query.Preset), query.Order).Include(row => row.Contract).AsNoTracking()
            .Take(most).ToListAsync();
        return rows.ConvertAll(row => new DeskRow(tenants.First(tenant => tenant.Id == row.TenantId), row));
    }

    /// <summary>The first of a list, in its order.</summary>
    public Task<List<DeskPlace>> FirstAsync(IReadOnlyList<PortalTenant> tenants, DeskQuery query, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Orders.Apply(Found(tenants, query, query.Preset), query.Order).Take(most)
            .Select(row => new DeskPlace(row.TenantId, row.Number)).ToListAsync();
    }

    private static int NumberIn(string word) =>
        CaseNumber.Read(word) ?? (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
}
