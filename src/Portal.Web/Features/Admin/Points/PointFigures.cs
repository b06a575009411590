using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Domain.Points;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Points;

/// <summary>How often points were given and used; the events are for those who may read the log (ADMIN-9).</summary>
public sealed class PointFigures(StaffReach reach, IStringLocalizer<PointStaffText> text) : IStaffFigures
{
    private static readonly string[] Kinds = [PointEvents.Granted, PointEvents.Used];

    public IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods)
    {
        IReadOnlyList<PortalTenant> with = [.. tenants.Where(tenant => tenant.Has(TenantFeatures.Points))];
        return with.Count == 0
            ? []
            : Kinds.Select(kind => new FigureRow(text["Figures." + kind], [.. periods.Select(period => Cell(with, kind, period))]));
    }

    private FigureCell Cell(IReadOnlyList<PortalTenant> tenants, string kind, FigurePeriod period) => new(
        new Asked(reach.Sites(tenants), kind, period.Since),
        reach.IsAdministrator ? $"{StaffPaths.Audit}?kind={kind}&from={period.Typed}" : null);

    private sealed record Asked(StaffSites Sites, string Kind, DateTimeOffset Since) : FigureAsk
    {
        public override object Shape => Sites.IsOne;

        public override IQueryable<Guid> Rows(PortalDbContext db) => StaffReach.Within(db.AuditEvents, Sites)
            .Where(row => row.Kind == Kind && row.OccurredAt >= Since).Select(row => row.Id);
    }
}
