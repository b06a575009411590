using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Operators.Index;

/// <summary>Who of the contract is stuck, and who soon will be, for those who look after it.</summary>
public sealed class OperatorsHomeSection(OperatorWords words, CurrentSession session, CurrentTenant tenant, TenantClock clock,
    Offers offers, IStringLocalizer<OperatorsText> text) : IHomeSection
{
    private const int DaysAhead = 30;
    private const string Ending = "operators/ending";

    private static readonly (OperatorState State, HomeTone Tone)[] States =
    [
        (OperatorState.Locked, HomeTone.Urgent),
        (OperatorState.MustChange, HomeTone.Soon),
        (OperatorState.Invited, HomeTone.Soon),
    ];

    private bool IsManager => tenant.Value.Profile.Operators is not null && session.Role != AccountRole.Member
        && offers.HasPage(OperatorPaths.Index);

    public HomeAsk? Ask() =>
        IsManager ? new Stuck(OperatorScope.Of(tenant.Value, session.User, clock.Moment), clock.Today.AddDays(DaysAhead)) : null;

    public Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (!IsManager)
        {
            return Task.FromResult<IReadOnlyList<HomeTask>>([]);
        }

        IEnumerable<HomeTask> tasks =
        [
            .. States.Select(each => Found(each.Tone, $"{each.State}", counts[Key(each.State)], $"state={OperatorFilter.Key(each.State)}")),
            Found(HomeTone.Soon, "Ending", counts[Ending], $"sort={OperatorFilter.Key(OperatorOrder.ValidUntil)}"),
        ];
        return Task.FromResult<IReadOnlyList<HomeTask>>([.. tasks.Where(task => task.Count > 0)]);
    }

    /// <summary>Whoever may release is led there at once, others to the list.</summary>
    private HomeTask Found(HomeTone tone, string name, int count, string query)
    {
        var releases = tone == HomeTone.Urgent && offers.HasPage(OperatorPaths.Locked);
        return new(tone, text[$"Home.{name}", words.ManyTitle], count, null, text[releases ? "Home.Release" : "Home.List"],
            releases ? OperatorPaths.Locked : $"{OperatorPaths.Index}?{query}");
    }

    private static string Key(OperatorState state) => $"operators/{state}";

    /// <param name="Until">The last day that is soon.</param>
    private sealed record Stuck(OperatorScope Scope, DateOnly Until) : HomeAsk
    {
        public override object Shape => Scope.Shape;

        public override IEnumerable<HomeCount> Counts(PortalDbContext db)
        {
            var found = Scope.Find(db);
            return
            [
                .. States.Select(each => new HomeCount(Key(each.State), Ids(Scope.InState(found, each.State)))),
                new(Ending, Ids(found.Where(user => user.ValidUntil >= Scope.At.Today && user.ValidUntil <= Until))),
            ];
        }

        private static IQueryable<Guid> Ids(IQueryable<PortalUser> users) => users.Select(user => user.Id);
    }
}
