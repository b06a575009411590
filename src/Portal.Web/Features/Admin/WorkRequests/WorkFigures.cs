using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>Work that was asked for (ADMIN-9).</summary>
public sealed class WorkFigures(StaffWorkList list, IStringLocalizer<StaffWorkText> text) : IStaffFigures
{
    public IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods)
    {
        var desks = StaffWorkList.WithRequests(tenants);
        return desks.Count == 0 ? [] : [new(text["Title"], [.. periods.Select(period => Cell(desks, period))])];
    }

    private FigureCell Cell(IReadOnlyList<PortalTenant> desks, FigurePeriod period)
    {
        var query = new StaffWorkQuery { View = StaffWorkQuery.Key(StaffWorkView.All), From = period.Typed };
        return new FigureCell(list.Found(desks, query).Select(row => row.Id), StaffWorkQuery.Address(StaffWorkView.All, query));
    }
}
