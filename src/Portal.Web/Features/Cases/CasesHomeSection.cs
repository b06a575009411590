using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Cases;

/// <summary>What waits for the customer: questions to answer, solutions to approve (HOME-2).</summary>
public sealed class CasesHomeSection(CurrentSession session, Offers offers, IStringLocalizer<CasesText> text) : IHomeSection
{
    private const string Questions = "cases/questions";
    private const string Solutions = "cases/solutions";

    public HomeAsk? Ask() =>
        offers.HasPage(CasePaths.Index) && CaseReader.Of(session.User) is { } reader ? new Waiting(reader) : null;

    public Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        IEnumerable<HomeTask> tasks =
        [
            new(HomeTone.Urgent, text["Home.Questions"], counts[Questions], null, text["Home.Answer"], CasePaths.Questions),
            new(HomeTone.Urgent, text["Home.Solutions"], counts[Solutions], null, text["Home.Approve"], CasePaths.Solutions),
        ];
        return Task.FromResult<IReadOnlyList<HomeTask>>([.. tasks.Where(task => task.Count > 0)]);
    }

    private sealed record Waiting(CaseReader Reader) : HomeAsk
    {
        public override object Shape => CaseSights.ShapeOf(Reader);

        public override IEnumerable<HomeCount> Counts(PortalDbContext db)
        {
            var seen = new CaseSights(db).Of(Reader);
            return
            [
                new(Questions, Ids(seen.Where(row => row.Status == CaseStatus.AwaitingCustomer))),
                new(Solutions, Ids(seen.Where(row => row.Status == CaseStatus.Resolved))),
            ];
        }

        private static IQueryable<Guid> Ids(IQueryable<SupportCase> cases) => cases.Select(row => row.Id);
    }
}
