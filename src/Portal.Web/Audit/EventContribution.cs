namespace Portal.Web.Audit;

/// <summary>A kind of event.</summary>
/// <param name="Name">Past tense, as it is stored; its words stand under the same key.</param>
/// <param name="Act">What leaves it, for the table of acts and events in the docs.</param>
public sealed record EventKind(string Name, string Act)
{
    /// <summary>
    /// Where histories show it (HIST-2): one of HistoryGroups or one of the room's own; null where none does.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>The details that a history tells beside the words, in their order (FACE-6).</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>
    /// The portal acts for somebody who calls; the detail "calling" has the number, by which histories tell who.
    /// </summary>
    public bool IsByCaller { get; init; }

    /// <summary>
    /// Its reason is one of a few codes, and a history tells it. What a person wrote stays out of histories.
    /// </summary>
    public bool TellsReason { get; init; }

    /// <summary>How it came out, by its reason; where it says nothing, the group decides how it looks.</summary>
    public Func<string?, EventEnd> End { get; init; } = _ => EventEnd.Neutral;

    /// <summary>What the act itself mails, for the table; what the event owes is a notice.</summary>
    public string? Mailed { get; init; }
}

/// <summary>
/// The kinds of event that one room contributes, registered by that room: no table in the house names them all.
/// </summary>
/// <param name="text">Holds the words: of each kind, and of the room's own groups, reasons, details, values.</param>
public abstract class EventContribution(Type text, IReadOnlyList<EventKind> kinds)
{
    public Type Text { get; } = text;

    public IReadOnlyList<EventKind> Kinds { get; } = kinds;
}
