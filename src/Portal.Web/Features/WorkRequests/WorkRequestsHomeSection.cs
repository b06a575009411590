using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.WorkRequests;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Features.WorkRequests.Index;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.WorkRequests;

/// <summary>
/// What was asked for last, on the home page; and one's own requests that were not accepted, while they are news
/// (HOME-2).
/// </summary>
public sealed class WorkRequestsHomeSection(WorkRequestSights sights, CurrentSession session, Offers offers, TenantClock clock,
    IStringLocalizer<WorkRequestsText> text) : IHomeSection
{
    private const string Declined = "requests/declined";
    private const string Any = "requests/any";
    private const int Shown = 3;
    private const int DaysOfNews = 14;

    /// <summary>Where there are none, as the common count says, nothing has to be asked for them.</summary>
    private bool hasAny = true;

    private CaseReader? Reader => offers.HasPage(WorkRequestPaths.Index) ? CaseReader.Of(session.User) : null;

    private News? Own => Reader is { } reader ? new News(reader, clock.StartOfDay(DaysOfNews)) : null;

    /// <summary>Those of others and older ones are among them, behind what is news.</summary>
    private static string LatestDeclined => $"{WorkRequestPaths.Index}?view={WorkRequestQuery.Key(WorkStatus.Declined)}&sort=-decided";

    public HomeAsk? Ask() => Own;

    public async Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        hasAny = counts[Any] > 0;
        return counts[Declined] == 0 || Own is not { } own ? [] :
        [
            new(HomeTone.Soon, text["Home.Declined"], counts[Declined], text["Home.DeclinedText"], text["Home.Look"],
                counts[Declined] == 1 ? await OneAsync(own) : LatestDeclined),
        ];
    }

    public async Task<HomePanel?> PanelAsync()
    {
        if (Reader is not { } reader)
        {
            return null;
        }

        var last = !hasAny ? [] : await sights.Of(reader).AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id)
            .Take(Shown).ToListAsync();
        return new HomePanel("requests", text["Title"], "/Features/WorkRequests/_HomeRequests.cshtml", new WorkRequestsPanel(last));
    }

    private async Task<string> OneAsync(News own)
    {
        var numbers = await own.Declined(sights.Of(own.Reader)).Select(row => row.Number).Take(1).ToListAsync();
        return numbers is [var number] ? WorkRequestPaths.Show(number) : LatestDeclined;
    }

    /// <param name="Since">What was decided before is no news.</param>
    private sealed record News(CaseReader Reader, DateTimeOffset Since) : HomeAsk
    {
        public override object Shape => CaseSights.ShapeOf(Reader);

        public override IEnumerable<HomeCount> Counts(PortalDbContext db)
        {
            var seen = new WorkRequestSights(db, new CaseSights(db)).Of(Reader);
            return
            [
                new(WorkRequestsHomeSection.Declined, Declined(seen).Select(row => row.Id)),
                new(Any, seen.Select(row => row.Id).Take(1)),
            ];
        }

        public IQueryable<WorkRequest> Declined(IQueryable<WorkRequest> seen) => seen.Where(row => row.AuthorId == Reader.UserId
            && row.Status == WorkStatus.Declined && row.DecidedAt >= Since);
    }
}

/// <param name="Last">The latest first.</param>
public sealed record WorkRequestsPanel(IReadOnlyList<WorkRequest> Last);
