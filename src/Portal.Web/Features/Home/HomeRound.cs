using Portal.Web.Data;
using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Home;

/// <summary>Asks everything that is to be counted on the home page in one statement.</summary>
public sealed class HomeRound(IEnumerable<IHomeSection> sections, PortalDbContext db)
{
    /// <param name="own">What the page itself counts.</param>
    /// <returns>The tasks of all sections, the most urgent first; and what was counted.</returns>
    public async Task<(IReadOnlyList<HomeTask> Tasks, HomeCounts Counts)> TasksAsync(HomeAsk own)
    {
        var counts = await db.ReadAsync([.. sections.Select(section => section.Ask()).OfType<HomeAsk>(), own]);
        var tasks = new List<HomeTask>();
        foreach (var section in sections)
        {
            tasks.AddRange(await section.TasksAsync(counts));
        }

        return ([.. tasks.OrderBy(task => task.Tone)], counts);
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
}
