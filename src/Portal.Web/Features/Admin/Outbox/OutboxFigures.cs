using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>Messages that went out or failed, and work that nobody tries any more (ADMIN-8, ADMIN-9).</summary>
public sealed class OutboxFigures(PortalDbContext db, StaffReach reach, IStringLocalizer<AdminText> text)
    : IStaffFigures
{
    public IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods) =>
        reach.IsAdministrator
            ? [Row(tenants, periods, OutboxState.Sent), Row(tenants, periods, OutboxState.Failed) with { IsBad = true }]
            : [];

    public IEnumerable<FigureRow> Stands(IReadOnlyList<PortalTenant> tenants) => reach.IsAdministrator
        ? [new FigureRow(text["Figures.Jobs"], [new(SetAsideList.Ids(db, reach.Sites(tenants)), StaffPaths.SetAside)]) { IsBad = true }]
        : [];

    private FigureRow Row(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods, OutboxState state) =>
        new(text["Figures.Mails" + state], [.. periods.Select(period => new FigureCell(
            reach.Within(db.Outbox, tenants).Where(row => row.State == state && row.CreatedAt >= period.Since).Select(row => row.Id),
            $"{StaffPaths.Outbox}?state={state}&from={period.Typed}"))]);
}
