using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Filters;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;

namespace Portal.Web.Features.Cases.Index;

/// <param name="Counts">How many each preset has; null where conditions narrow it, which are counted alone.</param>
public sealed record CaseFound(CaseCounts? Counts, ListPage<CaseRow> Page);

/// <param name="All">What the reader sees, by preset.</param>
public sealed record CaseCounts(IReadOnlyDictionary<CaseView, ListCount> All)
{
    public ListCount Of(CaseView view) => All[view];
}

/// <summary>
/// The cases of a contract, as far as the reader sees them: list, counts and files ask here, so that all of them tell
/// the same.
/// </summary>
public sealed class CaseQuery(PortalDbContext db, CaseSights sights, CaseFinder finder, LargeCounts large, IDisplayTime time)
{
    public static readonly ListOrders<SupportCase> Orders = new ListOrders<SupportCase>("-updated")
        .By("number", row => row.Number)
        .By("status", row => row.Status == CaseStatus.New ? 0 : row.Status == CaseStatus.InProgress ? 1
            : row.Status == CaseStatus.AwaitingCustomer ? 2 : row.Status == CaseStatus.Resolved ? 3 : 4)
        .By("category", row => row.Kind)
        .By("subject", row => row.Subject)
        .By("contract", row => row.Contract!.Number)
        .By("holder", row => row.Contract!.Holder!.NameKana)
        .By("service", row => row.Contract!.Service)
        .By("contact", row => row.AuthorKana)
        .By("updated", row => row.UpdatedAt)
        .Then(row => row.Id);

    /// <summary>A preset as it opens.</summary>
    private static readonly ShapedQuery<Part, CaseRow> First = new(part => (part.View, CaseSights.ShapeOf(part.Reader)),
        (db, part) => Shown(db, Orders.Apply(In(new CaseSights(db), part.Reader, part.View), null).OnPage(1), part.Reader).WithOnePlan());

    /// <param name="filter">One that is understood.</param>
    public async Task<CaseFound> ReadAsync(CaseReader reader, CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(filter);
        if (!filter.IsNarrowed)
        {
            var counts = await large.OfAsync(reader.ContractId, (nameof(CaseQuery), reader), () => AskCountsAsync(reader),
                counted => counted.Of(CaseView.All).Counted);
            return new CaseFound(counts, await PageAsync(reader, filter, counts.Of(filter.Preset)));
        }

        if (await NearestAsync(reader, filter) is { } near)
        {
            return new CaseFound(null, near);
        }

        var rows = await RowsAsync(reader, filter);
        var found = await large.OfAsync(reader.ContractId, (nameof(CaseQuery), reader, filter.SavedQuery),
            async () => new Found(await rows.CountToMostAsync()), counted => counted.Count.Counted);
        return new CaseFound(null, await PageAsync(rows, reader, filter, found.Count));
    }

    /// <summary>All that the list shows, in its order, for a file.</summary>
    public async Task<IAsyncEnumerable<CaseRow>> AllAsync(CaseReader reader, CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(filter);
        return Shown(db, Orders.Apply(await RowsAsync(reader, filter), filter.Sort), reader).AsAsyncEnumerable();
    }

    private static IQueryable<SupportCase> In(CaseSights sights, CaseReader reader, CaseView view) => view switch
    {
        CaseView.Mine => sights.OwnOf(reader),
        CaseView.Action => sights.WaitingFor(reader),
        CaseView.Monthly => sights.Of(reader).Where(row => CaseKinds.OfReports.Contains(row.Kind)),
        _ => sights.Of(reader),
    };

    /// <summary>
    /// All of them are of the reader's contract, which is said: of contracts by their cases, PostgreSQL reads all.
    /// </summary>
    private static IQueryable<CaseRow> Shown(PortalDbContext db, IQueryable<SupportCase> rows, CaseReader reader) =>
        from row in rows.AsNoTracking()
        from contract in db.Contracts.Where(contract => contract.Id == reader.ContractId)
        select new CaseRow(row.Number, row.Status, row.Kind, row.Subject, contract.Number, contract.Holder!.Name, contract.Service,
            row.AuthorName, row.UpdatedAt)
        {
            IsConfidential = row.IsConfidential,
            IsNew = !db.CaseReadings.Any(seen => seen.CaseId == row.Id && seen.UserId == reader.UserId && seen.SeenAt >= row.UpdatedAt),
        };

    private Task<IQueryable<SupportCase>> RowsAsync(CaseReader reader, CaseFilter filter) => RowsAsync(reader, filter, filter.Phrase.Words);

    private Task<IQueryable<SupportCase>> RowsAsync(CaseReader reader, CaseFilter filter, IReadOnlyList<string> words) =>
        finder.NarrowAsync(In(sights, reader, filter.Preset), reader, new CaseSearch(filter.Conditions, words, time.StartOfDay));

    /// <summary>A page with words that are in very many cases, or with those of a contract that has few.</summary>
    /// <returns>Null where the page is not full: the words are asked of the index then.</returns>
    private async Task<ListPage<CaseRow>?> NearestAsync(CaseReader reader, CaseFilter filter)
    {
        var (words, number) = (filter.Phrase.Words, ListPages.Within(filter.Page, filter.Rows));
        if (words.Count == 0 || number * filter.Rows >= CaseFinder.Near)
        {
            return null;
        }

        var ordered = Orders.Apply(await RowsAsync(reader, filter, []), filter.Sort);
        var near = Orders.Apply(finder.Nearest(ordered, words), filter.Sort).Skip((number - 1) * filter.Rows).Take(filter.Rows + 1);
        var rows = await Shown(db, near, reader).ToListAsync();
        if (rows.Count <= filter.Rows)
        {
            return null;
        }

        var counts = await new[] { filter.Preset }.CountNearestAsync(_ => ordered, cases => finder.Nearest(cases, words), CaseFinder.Near);
        return new ListPage<CaseRow>(rows[..filter.Rows], number, filter.Rows, counts[filter.Preset]);
    }

    private async Task<ListPage<CaseRow>> PageAsync(CaseReader reader, CaseFilter filter, ListCount count)
    {
        if (filter.Rows != ListPages.UsualSize || ListPages.Within(filter.Page) != 1 || !Orders.IsUsual(filter.Sort))
        {
            return await PageAsync(In(sights, reader, filter.Preset), reader, filter, count);
        }

        var rows = await First.Ask(db, new Part(reader, filter.Preset)).ToListAsync();
        return new ListPage<CaseRow>(rows, 1, ListPages.UsualSize, count);
    }

    private async Task<ListPage<CaseRow>> PageAsync(IQueryable<SupportCase> found, CaseReader reader, CaseFilter filter, ListCount count)
    {
        var number = ListPages.Within(filter.Page, filter.Rows);
        var rows = Orders.Apply(found, filter.Sort).Skip((number - 1) * filter.Rows).Take(filter.Rows);
        return new ListPage<CaseRow>(await Shown(db, rows, reader).ToListAsync(), number, filter.Rows, count);
    }

    private async Task<CaseCounts> AskCountsAsync(CaseReader reader)
    {
        var (all, mine) = (In(sights, reader, CaseView.All), In(sights, reader, CaseView.Mine));
        var (action, monthly) = (In(sights, reader, CaseView.Action), In(sights, reader, CaseView.Monthly));

        // The database stops counting in time (PERF-3).
        var found = await db.Contracts.Where(contract => contract.Id == reader.ContractId).Select(_ => new
        {
            All = all.Take(ListCount.Most + 1).Count(),
            Mine = mine.Take(ListCount.Most + 1).Count(),
            Action = action.Take(ListCount.Most + 1).Count(),
            Monthly = monthly.Take(ListCount.Most + 1).Count(),
        }).SingleAsync();
        return new CaseCounts(new Dictionary<CaseView, ListCount>
        {
            [CaseView.All] = ListCount.Of(found.All),
            [CaseView.Mine] = ListCount.Of(found.Mine),
            [CaseView.Action] = ListCount.Of(found.Action),
            [CaseView.Monthly] = ListCount.Of(found.Monthly),
        });
    }

    private sealed record Found(ListCount Count);

    private sealed record Part(CaseReader Reader, CaseView View);
}
