using System.Collections.Frozen;

namespace Portal.Web.Audit.Histories;

/// <summary>Which events are the history of a login ID, in groups that people look for (HIST-2).</summary>
public sealed class HistoryKinds
{
    private readonly FrozenDictionary<string, IReadOnlyList<string>> byGroup;
    private readonly FrozenDictionary<string, EventKind> byName;

    public HistoryKinds(EventKinds events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var shown = events.All.Where(kind => kind.Group is not null).ToLookup(kind => kind.Group!, kind => kind.Name);
        Groups = [.. HistoryGroups.Order.Union(shown.Select(group => group.Key))];
        All = [.. shown.SelectMany(group => group)];
        byName = events.All.ToFrozenDictionary(kind => kind.Name);
        WithDetails = [.. events.All.Where(kind => kind.Told.Count > 0 || kind.IsByCaller).Select(kind => kind.Name)];
        WithReason = [.. events.All.Where(kind => kind.TellsReason).Select(kind => kind.Name)];
        byGroup = Groups.ToFrozenDictionary(group => group, group => (IReadOnlyList<string>)[.. shown[group]]);
    }

    /// <summary>Keys of the groups, in the order in which they are offered.</summary>
    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyList<string> All { get; }

    /// <summary>Kinds of whose details a history tells some.</summary>
    public IReadOnlyList<string> WithDetails { get; }

    /// <summary>Kinds whose reason a history tells.</summary>
    public IReadOnlyList<string> WithReason { get; }

    public bool IsGroup(string? group) => group is not null && byGroup.ContainsKey(group);

    /// <summary>The kinds of a group; all where there is no such group.</summary>
    public IReadOnlyList<string> Of(string? group) => IsGroup(group) ? byGroup[group!] : All;

    /// <summary>Names of the details that are told of a kind.</summary>
    public IReadOnlyList<string> ToldOf(string kind) => byName.TryGetValue(kind, out var known) ? known.Told : [];

    /// <summary>How an event came out.</summary>
    public EventEnd EndOf(string kind, string? reason) => byName.TryGetValue(kind, out var known) ? known.End(reason) : EventEnd.Neutral;

    /// <summary>The key of a kind's group; null for a kind that is in no history.</summary>
    public string? GroupOf(string kind) => Groups.FirstOrDefault(group => byGroup[group].Contains(kind));
}
