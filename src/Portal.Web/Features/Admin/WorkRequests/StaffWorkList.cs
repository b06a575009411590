using Microsoft.EntityFrameworkCore;
using Portal.Rules.WorkRequests;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>A request as the desk's list shows it.</summary>
public sealed record StaffWorkRow(PortalTenant Tenant, WorkRequest Row);

/// <summary>The requests of the tenants that one looks after (ADMIN-5).</summary>
public sealed class StaffWorkList(PortalDbContext db, StaffReach reach, LargeCounts large, IDisplayTime time)
{
    public static readonly ListOrders<WorkRequest> Orders = new ListOrders<WorkRequest>("-created")
        .By("created", row => row.CreatedAt)
        .By("number", row => row.Number)
        .By("status", row => row.Status)
        .By("contract", row => row.Contract!.Number)
        .By("cost", row => row.Cost)
        .Then(row => row.TenantId).Then(row => row.Id);

    /// <summary>Those that have work requests at all.</summary>
    public static IReadOnlyList<PortalTenant> WithRequests(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.WorkRequests))];

    public IQueryable<WorkRequest> In(IReadOnlyList<PortalTenant> tenants, StaffWorkView view) =>
        In(reach.Within(db.WorkRequests, tenants), view);

    /// <summary>Those that meet the conditions, which are asked for from there.</summary>
    public static IQueryable<WorkRequest> Having(IQueryable<WorkRequest> rows, StaffConditions asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return rows.WhereGiven(asked.Author, row => row.AuthorId == asked.Author)
            .WhereGiven(asked.Since, row => row.CreatedAt >= asked.Since)
            .WhereGiven(asked.Until, row => row.CreatedAt < asked.Until);
    }

    public static IQueryable<WorkRequest> In(IQueryable<WorkRequest> rows, StaffWorkView view) => view switch
    {
        StaffWorkView.Waiting => rows.Where(row => row.Status == WorkStatus.Submitted),
        StaffWorkView.Accepted => rows.Where(row => row.Status == WorkStatus.Accepted),
        StaffWorkView.Declined => rows.Where(row => row.Status == WorkStatus.Declined),
        StaffWorkView.Withdrawn => rows.Where(row => row.Status == WorkStatus.Withdrawn),
        _ => rows,
    };

    /// <summary>One query for all tabs.</summary>
    public async Task<IReadOnlyDictionary<StaffWorkView, ListCount>> CountAsync(IReadOnlyList<PortalTenant> tenants, StaffWorkQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await large.OfAsync(tenants.Select(tenant => tenant.Id), "work-request",
            (nameof(StaffWorkList), query.Conditions(("q", query.Q))),
            () => Enum.GetValues<StaffWorkView>().CountEachAsync(view => Found(tenants, query, view)), ListCounts.Largest);
    }

    /// <param name="counts">How many each list has, from <see cref="CountAsync"/>.</param>
    public async Task<ListPage<StaffWorkRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, StaffWorkQuery query,
        IReadOnlyDictionary<StaffWorkView, ListCount> counts)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        var found = Found(tenants, query);
        var page = await Orders.Apply(found, query.Order).Include(row => row.Contract!.Holder).AsNoTracking()
            .PageAsync(query.Page, counts[query.Preset]);
        return page.Select(row => new StaffWorkRow(tenants.First(tenant => tenant.Id == row.TenantId), row));
    }

    /// <summary>Those that meet all conditions of a query.</summary>
    public IQueryable<WorkRequest> Found(IReadOnlyList<PortalTenant> tenants, StaffWorkQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Found(tenants, query, query.Preset);
    }

    private IQueryable<WorkRequest> Found(IReadOnlyList<PortalTenant> tenants, StaffWorkQuery query, StaffWorkView view)
    {
        var rows = Having(In(tenants, view), query.Asked(time.StartOfDay));
        return query.Words.Aggregate(rows, (found, word) => found.Where(row => row.SearchKey.Contains(word)));
    }
}
