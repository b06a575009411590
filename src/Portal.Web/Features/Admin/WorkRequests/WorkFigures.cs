using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>Work that was asked for (ADMIN-9).</summary>
public sealed class WorkFigures(StaffReach reach, IDisplayTime time, IStringLocalizer<StaffWorkText> text) : IStaffFigures
{
    public IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods)
    {
        var desks = StaffWorkList.WithRequests(tenants);
        return desks.Count == 0 ? [] : [new(text["Title"], [.. periods.Select(period => Cell(desks, period))])];
    }

    private FigureCell Cell(IReadOnlyList<PortalTenant> desks, FigurePeriod period)
    {
        var query = new StaffWorkQuery { View = StaffWorkQuery.Key(StaffWorkView.All), From = period.Typed };
        return new FigureCell(new Asked(reach.Sites(desks), query.Asked(time.StartOfDay)),
            StaffWorkQuery.Address(StaffWorkView.All, query));
    }

    private sealed record Asked(StaffSites Sites, StaffConditions Of) : FigureAsk
    {
        public override object Shape => (Sites.IsOne, Of.Given);

        public override IQueryable<Guid> Rows(PortalDbContext db) =>
            StaffWorkList.Having(StaffReach.Within(db.WorkRequests, Sites), Of).Select(row => row.Id);
    }
}
