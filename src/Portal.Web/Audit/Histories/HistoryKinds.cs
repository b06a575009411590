using System.Collections.Frozen;

namespace Portal.Web.Audit.Histories;

/// <summary>Which events are the history of a login ID, in groups that people look for (HIST-2).</summary>
public sealed class HistoryKinds
{
    private readonly FrozenDictionary<string, IReadOnlyList<string>> byGroup;

    public HistoryKinds(EventKinds events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var shown = events.All.Where(kind => kind.Group is not null).ToLookup(kind => kind.Group!, kind => kind.Name);
        Groups = [.. HistoryGroups.Order.Union(shown.Select(group => group.Key))];
        All = [.. shown.SelectMany(group => group)];
        byGroup = Groups.ToFrozenDictionary(group => group, group => (IReadOnlyList<string>)[.. shown[group]]);
    }

    /// <summary>Keys of the groups, in the order in which they are offered.</summary>
    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyList<string> All { get; }

    public bool IsGroup(string? group) => group is not null && byGroup.ContainsKey(group);

    /// <summary>The kinds of a group; all where there is no such group.</summary>
    public IReadOnlyList<string> Of(string? group) => IsGroup(group) ? byGroup[group!] : All;

    /// <summary>The key of a kind's group; null for a kind that is in no history.</summary>
    public string? GroupOf(string kind) => Groups.FirstOrDefault(group => byGroup[group].Contains(kind));
}
