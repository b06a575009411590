using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Home;

/// <summary>Asks everything that is to be counted on the home page in one statement.</summary>
public sealed class HomeRound(IEnumerable<IHomeSection> sections)
{
    /// <returns>The tasks of all sections, the most urgent first.</returns>
    public async Task<IReadOnlyList<HomeTask>> TasksAsync()
    {
        IReadOnlyList<HomeCount> asked = [.. sections.SelectMany(section => section.Counts())];
        var counts = await asked.ReadAsync();
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
