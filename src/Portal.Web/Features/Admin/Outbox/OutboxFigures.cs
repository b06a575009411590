using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>Messages that went out or failed, and work that nobody tries any more (ADMIN-8, ADMIN-9).</summary>
public sealed class OutboxFigures(StaffReach reach, IStringLocalizer<AdminText> text) : IStaffFigures
{
    public IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods) =>
        reach.IsAdministrator
            ? [Row(tenants, periods, OutboxState.Sent), Row(tenants, periods, OutboxState.Failed) with { IsBad = true }]
            : [];

    public IEnumerable<FigureRow> Stands(IReadOnlyList<PortalTenant> tenants) => reach.IsAdministrator
        ? [new FigureRow(text["Figures.Jobs"], [new(new Aside(reach.Sites(tenants)), StaffPaths.SetAside)]) { IsBad = true }]
        : [];

    private FigureRow Row(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods, OutboxState state) =>
        new(text["Figures.Mails" + state], [.. periods.Select(period => new FigureCell(
            new Messages(reach.Sites(tenants), state, period.Since), $"{StaffPaths.Outbox}?state={state}&from={period.Typed}"))]);

    private sealed record Messages(StaffSites Sites, OutboxState State, DateTimeOffset Since) : FigureAsk
    {
        public override object Shape => Sites.IsOne;

        public override IQueryable<Guid> Rows(PortalDbContext db) => StaffReach.Within(db.Outbox, Sites)
            .Where(row => row.State == State && row.CreatedAt >= Since).Select(row => row.Id);
    }

    private sealed record Aside(StaffSites Sites) : FigureAsk
    {
        public override object Shape => Sites.IsOne;

        public override IQueryable<Guid> Rows(PortalDbContext db) => SetAsideList.Ids(db, Sites);
    }
}
