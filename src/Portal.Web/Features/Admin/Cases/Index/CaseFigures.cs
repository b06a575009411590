using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>Cases that came, and those that are open by status and age (ADMIN-9).</summary>
public sealed class CaseFigures(StaffReach reach, IDisplayTime time, CaseWords words, IStringLocalizer<DeskText> text)
    : IStaffFigures
{
    /// <summary>Days since a case was opened: from the first on, before the second.</summary>
    private static readonly (int From, int? Until)[] Ages = [(0, 1), (1, 7), (7, 30), (30, null)];

    public IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods)
    {
        var desks = DeskQueue.WithCases(tenants);
        return desks.Count == 0
            ? []
            : [new(text["Figures.Came"], [.. periods.Select(period => Cell(desks, new DeskQuery { From = period.Typed }))])];
    }

    public FigureTable? Table(IReadOnlyList<PortalTenant> tenants, DateOnly today)
    {
        var desks = DeskQueue.WithCases(tenants);
        return desks.Count == 0 ? null : new FigureTable(text["Figures.Open"],
            [text["Status"], .. Ages.Select(age => age.Until is { } until ? text["Figures.Age", age.From, until]
                : text["Figures.Older", age.From])],
            [.. Enum.GetValues<CaseStatus>().Where(status => status != CaseStatus.Closed).Select(status => Row(desks, status, today))])
        {
            AreShares = true,
        };
    }

    private FigureRow Row(IReadOnlyList<PortalTenant> desks, CaseStatus status, DateOnly today) =>
        new(words.Status(status, CaseSide.Agent), [.. Ages.Select(age => Cell(desks, new DeskQuery
        {
            Status = status.ToString(),
            From = age.Until is { } until ? FigurePeriod.Day(today.AddDays(1 - until)) : null,
            To = age.From > 0 ? FigurePeriod.Day(today.AddDays(-age.From)) : null,
        }))]);

    private FigureCell Cell(IReadOnlyList<PortalTenant> desks, DeskQuery query) =>
        new(new Asked(reach.Sites(desks), query.Conditions(time.StartOfDay)), StaffPaths.Cases + query.AddressOf(DeskView.All));

    private sealed record Asked(StaffSites Sites, DeskConditions Of) : FigureAsk
    {
        public override object Shape => (Sites.IsOne, Of.Given);

        public override IQueryable<Guid> Rows(PortalDbContext db) =>
            DeskQueue.Having(StaffReach.Within(db.Cases, Sites), Of).Select(row => row.Id);
    }
}
