using System.Collections.Frozen;

namespace Portal.Web.Audit;

/// <summary>Every kind of event, from all rooms.</summary>
public sealed class EventKinds
{
    private readonly FrozenDictionary<string, Type> texts;

    public EventKinds(IEnumerable<EventContribution> contributions)
    {
        var rooms = contributions.ToList();
        All = [.. rooms.SelectMany(room => room.Kinds)];
        Texts = [.. rooms.Select(room => room.Text).Distinct()];
        if (All.CountBy(kind => kind.Name).Where(kind => kind.Value > 1).Select(kind => kind.Key).ToList() is { Count: > 0 } twice)
        {
            throw new InvalidOperationException("Two rooms contribute the event " + string.Join(", ", twice));
        }

        texts = rooms.SelectMany(room => room.Kinds, (room, kind) => (kind.Name, room.Text))
            .ToFrozenDictionary(kind => kind.Name, kind => kind.Text);
    }

    public IReadOnlyList<EventKind> All { get; }

    /// <summary>What holds their words.</summary>
    public IReadOnlyList<Type> Texts { get; }

    public bool Contains(string kind) => texts.ContainsKey(kind);

    /// <summary>What holds the words of a kind.</summary>
    public Type TextOf(EventKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return texts[kind.Name];
    }
}
