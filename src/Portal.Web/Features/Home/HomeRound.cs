using Microsoft.EntityFrameworkCore;
using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Home;

/// <summary>Asks everything that is to be counted on the home page in one statement.</summary>
public sealed class HomeRound(IEnumerable<IHomeSection> sections)
{
    /// <returns>The tasks of all sections, the most urgent first.</returns>
    public async Task<IReadOnlyList<HomeTask>> TasksAsync()
    {
        var counts = await CountAsync([.. sections.SelectMany(section => section.Counts())]);
        var tasks = new List<HomeTask>();
        foreach (var section in sections)
        {
            tasks.AddRange(await section.TasksAsync(counts));
        }

        return [.. tasks.OrderBy(task => task.Tone)];
    }

    public async Task<IReadOnlyList<HomePanel>> PanelsAsync()
    {
        var panels = new List<HomePanel>();
        foreach (var section in sections)
        {
            if (await section.PanelAsync() is { } panel)
            {
                panels.Add(panel);
            }
        }

        return panels;
    }

    private static async Task<HomeCounts> CountAsync(IReadOnlyList<HomeCount> counts)
    {
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
