using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;

namespace Portal.Web.Features.Shared.Homes;

/// <summary>Asks everything that is to be counted in one statement.</summary>
public static class HomeCounting
{
    private static readonly ShapedQuery<HomeAsks, Counted> Asked = new(asks => asks.Shape, Together);

    /// <summary>With dozens of counts, to plan the statement takes longer than to run it.</summary>
    private static readonly ShapedQuery<HomeAsks, Counted> Many = new(asks => asks.Shape, (db, asks) => Together(db, asks).WithOnePlan());

    public static async Task<HomeCounts> ReadAsync(this PortalDbContext db, IReadOnlyList<HomeAsk> asks)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(asks);
        return Of(asks.Count == 0 ? [] : await Asked.Ask(db, new HomeAsks(asks)).ToListAsync());
    }

    /// <summary>The same of dozens, each of which reads the first rows of an index, whatever its values are.</summary>
    public static async Task<HomeCounts> ReadManyAsync(this PortalDbContext db, IReadOnlyList<HomeAsk> asks)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(asks);
        return Of(asks.Count == 0 ? [] : await Many.Ask(db, new HomeAsks(asks)).ToListAsync());
    }

    public static async Task<HomeCounts> ReadAsync(this IReadOnlyList<HomeCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Of(counts.Count == 0 ? [] : await Together(counts).ToListAsync());
    }

    private static IQueryable<Counted> Together(PortalDbContext db, HomeAsks asks) =>
        Together([.. asks.All.SelectMany(ask => ask.Counts(db))]);

    /// <summary>Each key as often as it counts.</summary>
    private static IQueryable<Counted> Together(IReadOnlyList<HomeCount> counts) =>
        counts.Select(count => count.Rows.Take(HomeCounts.Most + 1).Select(Always(count.Key)))
            .Aggregate((all, one) => all.Concat(one))
            .GroupBy(key => key).Select(group => new Counted(group.Key, group.Count()));

    private static Expression<Func<Guid, string>> Always(string key) =>
        Expression.Lambda<Func<Guid, string>>(Expression.Constant(key), Expression.Parameter(typeof(Guid), "row"));

    private static HomeCounts Of(IEnumerable<Counted> found) => new(found.ToDictionary(row => row.Key, row => row.Count));

    private sealed record Counted(string Key, int Count);

    /// <summary>All that the sections ask of one reader.</summary>
    private sealed record HomeAsks(IReadOnlyList<HomeAsk> All)
    {
        /// <summary>Pairs within pairs, which compare by value.</summary>
        public object Shape => All.Aggregate((object)"", (all, ask) => (all, ask.GetType(), ask.Shape));
    }
}
