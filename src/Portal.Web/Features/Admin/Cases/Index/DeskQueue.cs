using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Searching;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases.Filters;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>What of a case the desk's list shows.</summary>
public sealed record DeskFacts(Guid TenantId, int Number, string Subject, CaseStatus Status, CasePriority Priority,
    bool IsConfidential, string? AssigneeName, string AuthorName, string Contract, string Holder)
{
    /// <inheritdoc cref="SupportCase.IsLeft"/>
    public bool IsLeft { get; init; }

    public DateTimeOffset? WaitingSince { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? AnswerDueAt { get; init; }

    public DateTimeOffset? AnswerWarnAt { get; init; }

    public DateTimeOffset? SolutionDueAt { get; init; }

    public DateTimeOffset? SolutionWarnAt { get; init; }
}

/// <summary>A case as the desk's list shows it.</summary>
public sealed record DeskRow(PortalTenant Tenant, DeskFacts Row)
{
    public CaseKey Key => new(Tenant.Slug, Row.Number);
}

/// <summary>Who looks at the queue, and when.</summary>
public sealed record DeskMoment(Guid Me, DateTimeOffset Now) : Moment(Now);

/// <summary>Which case stands somewhere in a list.</summary>
public sealed record DeskPlace(Guid TenantId, int Number);

/// <summary>The cases of the tenants that one looks after (ADMIN-5).</summary>
public sealed class DeskQueue(PortalDbContext db, StaffReach reach, CaseTextSearch texts, CurrentSession session, LargeCounts large,
    IDisplayTime time, TimeProvider clock)
{
    public static readonly ListOrders<SupportCase> Orders = new ListOrders<SupportCase>("-updated")
        .By("waiting", row => row.WaitingSince)
        .By("due", row => row.DueAt)
        .By("subject", row => row.Subject)
        .By("status", row => row.Status == CaseStatus.New ? 0 : row.Status == CaseStatus.InProgress ? 1
            : row.Status == CaseStatus.AwaitingCustomer ? 2 : row.Status == CaseStatus.Resolved ? 3 : 4)
        .By("contract", row => row.Contract!.Number)
        .By("contact", row => row.AuthorKana)
        .By("assignee", row => row.AssigneeName)
        .By("updated", row => row.UpdatedAt)
        .Then(row => row.TenantId).Then(row => row.Id);

    /// <summary>One site's list as it opens.</summary>
    private static readonly ShapedQuery<Part, DeskFacts> First = new(part => part.View,
        (db, part) => Shown(Orders.Apply(In(StaffReach.Within(db.Cases, part.Sites), part.View, part.Moment),
            DeskQuery.UsualOrder(part.View))).OnPage(1));

    /// <summary>With more tenants a statement with a part for each takes longer to plan than it saves.</summary>
    private const int MostApart = 8;

    public DeskMoment Now => new(session.UserId, clock.GetUtcNow());

    /// <summary>Those that have cases at all.</summary>
    public static IReadOnlyList<PortalTenant> WithCases(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.Cases))];

    /// <summary>Those of one of the lists that meet the conditions of a query.</summary>
    public IQueryable<SupportCase> Found(IReadOnlyList<PortalTenant> tenants, DeskQuery query, DeskView view)
    {
        ArgumentNullException.ThrowIfNull(query);
        Guid[] ids = [.. tenants.Select(tenant => tenant.Id)];
        return Narrowed(tenants, query, view).Matching(query.Q, word =>
        {
            // One list of ids: with an "or" beside it, the database would look at every case.
            var found = Having(tenants, word).Aggregate(texts.In(ids, word), (all, more) => all.Union(more.Select(row => row.Id)));
            return row => found.Contains(row.Id);
        });
    }

    /// <summary>What should have been answered or solved by then.</summary>
    public static IQueryable<SupportCase> Overdue(IQueryable<SupportCase> cases, DeskMoment at) => cases.Where(row => row.DueAt <= at.Now);

    public static IQueryable<SupportCase> In(IQueryable<SupportCase> cases, DeskView view, DeskMoment at) => view switch
    {
        DeskView.Waiting => cases.Where(row => row.WaitingSince != null),
        DeskView.Due => cases.Where(row => row.DueAt != null && (row.AnswerWarnAt <= at.Now || row.SolutionWarnAt <= at.Now)),
        DeskView.Unassigned => cases.Where(row => row.AssigneeId == null && row.Status != CaseStatus.Closed),
        DeskView.Mine => cases.Where(row => row.AssigneeId == at.Me && row.Status != CaseStatus.Closed),
        _ => cases,
    };

    /// <summary>Those that meet the conditions, which are asked for from there.</summary>
    public static IQueryable<SupportCase> Having(IQueryable<SupportCase> cases, DeskConditions asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return cases.WhereGiven(asked.Status, row => row.Status == asked.Status)
            .WhereGiven(asked.Kind, row => row.Kind == asked.Kind)
            .WhereGiven(asked.Priority, row => row.Priority == asked.Priority)
            .WhereGiven(asked.Author, row => row.AuthorId == asked.Author)
            .WhereGiven(asked.Assignee, row => (row.AssigneeId == asked.Assignee || row.FormerAssigneeId == asked.Assignee)
                && row.Status != CaseStatus.Closed)
            .WhereGiven(asked.Since, row => row.CreatedAt >= asked.Since)
            .WhereGiven(asked.Until, row => row.CreatedAt < asked.Until);
    }

    /// <summary>A page of the list that is asked for, and how many each list has.</summary>
    public async Task<(IReadOnlyDictionary<DeskView, ListCount> Counts, ListPage<DeskRow> Page)> ReadAsync(
        IReadOnlyList<PortalTenant> tenants, DeskQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (number, view) = (ListPages.Within(query.Page), query.Preset);
        if (SearchText.Words(query.Q).Count == 0)
        {
            var all = await large.OfAsync(tenants.Select(tenant => tenant.Id), "case",
                (nameof(DeskQueue), session.UserId, query.AddressOf(DeskView.All)),
                () => Enum.GetValues<DeskView>().CountEachAsync(each => Found(tenants, query, each)), ListCounts.Largest);
            var opening = reach.Sites(tenants) is { IsOne: true } sites && query.IsOpening
                ? await First.Ask(db, new Part(sites, view, Now)).ToListAsync()
                : null;
            return (all, opening is null
                ? await PageAsync(tenants, Ordered(tenants, query, view, number * ListPages.UsualSize), query, number, all[view])
                : new ListPage<DeskRow>(Rows(tenants, opening), 1, ListPages.UsualSize, all[view]));
        }

        // The other lists say how many they have at least: an index of words names every case with each of them.
        var counts = new Dictionary<DeskView, ListCount>(await Enum.GetValues<DeskView>()
            .CountNearestAsync(each => Ordered(tenants, query, each, CaseFinder.Near + 1), rows => Nearest(rows, tenants, query),
                CaseFinder.Near));
        var isNear = !counts[view].IsMore || counts[view].Number > number * ListPages.UsualSize;
        var found = isNear ? Nearest(Ordered(tenants, query, view, CaseFinder.Near), tenants, query) : Found(tenants, query, view);
        counts[view] = isNear ? counts[view] : await found.CountToMostAsync();
        return (counts, await PageAsync(tenants, found, query, number, counts[view]));
    }

    private static async Task<ListPage<DeskRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, IQueryable<SupportCase> found,
        DeskQuery query, int number, ListCount count)
    {
        var rows = await Shown(Orders.Apply(found, query.Order)).OnPage(number).ToListAsync();
        return new ListPage<DeskRow>(Rows(tenants, rows), number, ListPages.UsualSize, count);
    }

    private static IReadOnlyList<DeskRow> Rows(IReadOnlyList<PortalTenant> tenants, IEnumerable<DeskFacts> found) =>
        [.. found.Select(row => new DeskRow(tenants.First(tenant => tenant.Id == row.TenantId), row))];

    private static IQueryable<DeskFacts> Shown(IQueryable<SupportCase> cases) => cases.AsNoTracking().Select(row =>
        new DeskFacts(row.TenantId, row.Number, row.Subject, row.Status, row.Priority, row.IsConfidential, row.AssigneeName, row.AuthorName,
            row.Contract!.Number, row.Contract.Holder!.Name)
        {
            IsLeft = row.FormerAssigneeId != null && row.Status != CaseStatus.Closed,
            WaitingSince = row.WaitingSince,
            UpdatedAt = row.UpdatedAt,
            DueAt = row.DueAt,
            AnswerDueAt = row.AnswerDueAt,
            AnswerWarnAt = row.AnswerWarnAt,
            SolutionDueAt = row.SolutionDueAt,
            SolutionWarnAt = row.SolutionWarnAt,
        });

    /// <summary>
    /// The first of a list with what its rows show, in one statement: what the index says is asked for only where those
    /// that are looked at first are too few.
    /// </summary>
    public async Task<IReadOnlyList<DeskRow>> TopAsync(IReadOnlyList<PortalTenant> tenants, DeskQuery query, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        var near = Orders.Apply(Nearest(Ordered(tenants, query, query.Preset, CaseFinder.Near), tenants, query), query.Order).Take(most);
        var others = Orders.Apply(Found(tenants, query, query.Preset).Where(_ => near.Count() < most), query.Order).Take(most);
        var found = await Shown(Orders.Apply(near.Concat(others), query.Order)).ToListAsync();
        return Rows(tenants, found.DistinctBy(row => (row.TenantId, row.Number)).Take(most));
    }

    /// <summary>The first of a list, in its order.</summary>
    public Task<List<DeskPlace>> FirstAsync(IReadOnlyList<PortalTenant> tenants, DeskQuery query, int most)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ordered = SearchText.Words(query.Q).Count == 0
            ? Ordered(tenants, query, query.Preset, most)
            : Orders.Apply(Found(tenants, query, query.Preset), query.Order);
        return ordered.Take(most)
            .Select(row => new DeskPlace(row.TenantId, row.Number)).ToListAsync();
    }

    private IQueryable<SupportCase> Narrowed(IReadOnlyList<PortalTenant> tenants, DeskQuery query, DeskView view)
    {
        return Having(In(reach.Within(db.Cases, tenants), view, Now), query.Conditions(time.StartOfDay));
    }

    /// <summary>
    /// A list in its order. Of several tenants, the first of each are put together: an index has the order of one.
    /// </summary>
    /// <param name="most">No more than so many are looked at.</param>
    private IQueryable<SupportCase> Ordered(IReadOnlyList<PortalTenant> tenants, DeskQuery query, DeskView view, int most)
    {
        var order = query.OrderOf(view);
        IQueryable<SupportCase> Of(IReadOnlyList<PortalTenant> some) => Orders.Apply(Narrowed(some, query, view), order);
        return tenants.Count is < 2 or > MostApart
            ? Of(tenants)
            : Orders.Apply(tenants.Select(tenant => Of([tenant]).Take(most)).Aggregate((all, more) => all.Concat(more)), order);
    }

    /// <summary>As <see cref="CaseFinder.Nearest"/>, with what else the desk finds cases by.</summary>
    private IQueryable<SupportCase> Nearest(IQueryable<SupportCase> ordered, IReadOnlyList<PortalTenant> tenants, DeskQuery query) =>
        ordered.Take(CaseFinder.Near).Matching(query.Q, word =>
        {
            var (number, contracts, people) = (NumberIn(word), ContractsOf(tenants, word), PeopleOf(tenants, word));
            var entries = texts.Said(word);
            return row => row.SubjectKey.Contains(word) || entries.Any(entry => entry.TenantId == row.TenantId && entry.CaseId == row.Id)
                || row.Number == number || contracts.Any(contract => contract.Id == row.ContractId)
                || people.Any(person => person.Id == row.AuthorId);
        });

    /// <summary>
    /// Cases by what is not said in them: number, contract, holder, author; each has an index of its own.
    /// </summary>
    private IQueryable<SupportCase>[] Having(IReadOnlyList<PortalTenant> tenants, string word)
    {
        var (cases, number) = (reach.Within(db.Cases, tenants), NumberIn(word));
        var (contracts, people) = (ContractsOf(tenants, word), PeopleOf(tenants, word));
        return
        [
            cases.Where(row => row.Number == number),
            cases.Where(row => contracts.Select(contract => contract.Id).Contains(row.ContractId)),
            cases.Where(row => people.Select(person => (Guid?)person.Id).Contains(row.AuthorId)),
        ];
    }

    private IQueryable<Contract> ContractsOf(IReadOnlyList<PortalTenant> tenants, string word)
    {
        var capitals = word.ToUpperInvariant();
        return reach.Within(db.Contracts, tenants).Where(row => row.Number.Contains(capitals) || row.Holder!.Name.Contains(word));
    }

    private IQueryable<PortalUser> PeopleOf(IReadOnlyList<PortalTenant> tenants, string word) =>
        reach.Within(db.Users, tenants).Where(row => row.SearchKey.Contains(word));

    private static int NumberIn(string word) =>
        CaseNumber.Read(word) ?? (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    private sealed record Part(StaffSites Sites, DeskView View, DeskMoment Moment);
}
