using System.Collections.Frozen;

namespace Portal.Web.Audit;

/// <summary>Every kind of event, from all rooms.</summary>
public sealed class EventKinds
{
    private readonly FrozenSet<string> names;

    public EventKinds(IEnumerable<EventContribution> contributions)
    {
        var rooms = contributions.ToList();
        All = [.. rooms.SelectMany(room => room.Kinds)];
        Texts = [.. rooms.Select(room => room.Text).Distinct()];
        names = All.Select(kind => kind.Name).ToFrozenSet();
        if (names.Count != All.Count)
        {
            throw new InvalidOperationException("Two rooms contribute the event "
                + string.Join(", ", All.CountBy(kind => kind.Name).Where(kind => kind.Value > 1).Select(kind => kind.Key)));
        }
    }

    public IReadOnlyList<EventKind> All { get; }

    /// <summary>What holds their words.</summary>
    public IReadOnlyList<Type> Texts { get; }

    public bool Contains(string kind) => names.Contains(kind);
}
