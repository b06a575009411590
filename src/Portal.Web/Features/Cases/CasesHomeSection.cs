using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Cases;

/// <summary>What waits for the customer: questions to answer, solutions to approve (HOME-2).</summary>
public sealed class CasesHomeSection(CaseSights sights, CurrentSession session, Offers offers, IStringLocalizer<CasesText> text)
    : IHomeSection
{
    private const string Questions = "cases/questions";
    private const string Solutions = "cases/solutions";

    public IEnumerable<HomeCount> Counts()
    {
        if (!offers.HasPage(CasePaths.Index) || CaseReader.Of(session.User) is not { } reader)
        {
            return [];
        }

        return
        [
            new(Questions, Ids(sights.Of(reader).Where(row => row.Status == CaseStatus.AwaitingCustomer))),
            new(Solutions, Ids(sights.Of(reader).Where(row => row.Status == CaseStatus.Resolved))),
        ];
    }

    public Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        IEnumerable<HomeTask> tasks =
        [
            new(HomeTone.Urgent, text["Home.Questions"], counts[Questions], null, text["Home.Answer"], CasePaths.Action),
            new(HomeTone.Soon, text["Home.Solutions"], counts[Solutions], null, text["Home.Approve"], CasePaths.Action),
        ];
        return Task.FromResult<IReadOnlyList<HomeTask>>([.. tasks.Where(task => task.Count > 0)]);
    }

    private static IQueryable<Guid> Ids(IQueryable<SupportCase> cases) => cases.Select(row => row.Id);
}
