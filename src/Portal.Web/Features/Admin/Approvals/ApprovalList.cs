using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Approvals;

/// <summary>A request as the list shows it.</summary>
public sealed record ApprovalRow(PortalTenant Tenant, ApprovalRequest Request);

/// <summary>Who looks at what waits, and when.</summary>
public sealed record ApprovalMoment(Guid Me, DateTimeOffset Now) : Moment(Now);

/// <summary>
/// What waits for a second person in the tenants that one looks after, and what one asked for oneself, wherever it
/// belongs (ADMIN-11).
/// </summary>
public sealed class ApprovalList(PortalDbContext db, StaffReach reach, TenantCatalog catalog, TimeProvider clock)
{
    public static readonly ListOrders<ApprovalRequest> Orders = new ListOrders<ApprovalRequest>("-asked")
        .By("asked", row => row.RequestedAt)
        .By("ends", row => row.ExpiresAt)
        .By("subject", row => row.SubjectName)
        .Then(row => row.TenantId).Then(row => row.Id);

    public ApprovalMoment Now => new(reach.Actor.UserId, clock.GetUtcNow());

    /// <param name="chosen">What the list is narrowed to.</param>
    public async Task<IQueryable<ApprovalRequest>> WithinAsync(IReadOnlyList<PortalTenant> chosen, bool isNarrowed)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var (realm, own, ids) = (await catalog.StaffRealmAsync(), reach.Actor.UserId, chosen.Select(tenant => tenant.Id).ToArray());
        return reach.Within(db.ApprovalRequests, isNarrowed ? chosen : [.. chosen, realm])
            .Where(row => ids.Contains(row.TenantId) || row.RequestedById == own);
    }

    public IQueryable<ApprovalRequest> In(IQueryable<ApprovalRequest> rows, ApprovalView view) => In(rows, view, Now);

    public static IQueryable<ApprovalRequest> In(IQueryable<ApprovalRequest> rows, ApprovalView view, ApprovalMoment at) => view switch
    {
        ApprovalView.Waiting => rows.Where(row => row.DecidedAt == null && row.ExpiresAt > at.Now && row.RequestedById != at.Me),
        ApprovalView.Mine => rows.Where(row => row.RequestedById == at.Me),
        ApprovalView.Decided => rows.Where(row => row.DecidedAt != null || row.ExpiresAt <= at.Now),
        _ => rows,
    };

    public Task<IReadOnlyDictionary<ApprovalView, ListCount>> CountAsync(IQueryable<ApprovalRequest> rows) =>
        Enum.GetValues<ApprovalView>().CountEachAsync(view => In(rows, view));

    public async Task<ListPage<ApprovalRow>> PageAsync(IQueryable<ApprovalRequest> rows, ApprovalQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = In(rows, query.Preset);
        var page = await found.PageAsync(Orders.Apply(found, query.Order).AsNoTracking(), query.Page);
        IReadOnlyList<PortalTenant> tenants = [.. await catalog.ListAsync(), await catalog.StaffRealmAsync()];
        return page.Select(row => new ApprovalRow(tenants.First(tenant => tenant.Id == row.TenantId), row));
    }

    /// <summary>What has run out is over from that moment, and not only from the round on.</summary>
    public ApprovalState StateOf(ApprovalRequest row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.DecidedAt is null && row.ExpiresAt <= clock.GetUtcNow() ? ApprovalState.Expired : row.State;
    }
}
