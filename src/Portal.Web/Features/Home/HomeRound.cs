using Portal.Web.Data;
using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Home;

/// <summary>Asks everything that is to be counted on the home page in one statement.</summary>
public sealed class HomeRound(IEnumerable<IHomeSection> sections, PortalDbContext db)
{
    /// <returns>The tasks of all sections, the most urgent first.</returns>
    public async Task<IReadOnlyList<HomeTask>> TasksAsync()
    {
        var counts = await db.ReadAsync([.. sections.Select(section => section.Ask()).OfType<HomeAsk>()]);
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
}
