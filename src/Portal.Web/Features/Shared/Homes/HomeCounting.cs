using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Features.Shared.Homes;

/// <summary>Asks everything that is to be counted in one statement.</summary>
public static class HomeCounting
{
    public static async Task<HomeCounts> ReadAsync(this IReadOnlyList<HomeCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0)
        {
            return new HomeCounts(new Dictionary<string, int>());
        }

        var found = await counts.Select((count, place) => count.Rows.Take(HomeCounts.Most + 1).Select(_ => place))
            .Aggregate((all, one) => all.Concat(one))
            .GroupBy(place => place).Select(group => new { Place = group.Key, Count = group.Count() }).ToListAsync();
        return new HomeCounts(found.ToDictionary(row => counts[row.Place].Key, row => row.Count));
    }
}
