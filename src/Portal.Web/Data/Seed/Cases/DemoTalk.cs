using Portal.Rules.Cases;

namespace Portal.Web.Data.Seed.Cases;

/// <summary>Who says what to a demonstration case, and what moves it.</summary>
/// <param name="Move">Null where nothing moves.</param>
/// <param name="Text">Null where nothing is said.</param>
internal sealed record DemoTurn(CaseSide Side, CaseMove? Move, string? Text)
{
    /// <summary>For the staff's eyes alone.</summary>
    public bool IsNote { get; init; }

    /// <summary>A file of the demonstration and what it is called here.</summary>
    public (string Resource, string Name)? File { get; init; }

    public DemoTurn With(string resource, string name) => this with { File = (resource, name) };
}

/// <summary>A conversation, turn by turn.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">One line.</param>
/// <param name="Turns">The first is what was asked, or what the provider delivers.</param>
internal sealed record DemoTalk(CaseKind Kind, string Subject, params IReadOnlyList<DemoTurn> Turns)
{
    public bool IsConfidential { get; init; }

    /// <summary>Colleagues it is shared with.</summary>
    public int Followers { get; init; }

    public CasePriority Priority { get; init; }

    public static DemoTurn Customer(string text) => new(CaseSide.Customer, null, text);

    /// <summary>The customer answers what was asked.</summary>
    public static DemoTurn Reply(string text) => new(CaseSide.Customer, CaseMove.Answer, text);

    public static DemoTurn Approve() => new(CaseSide.Customer, CaseMove.Approve, null);

    public static DemoTurn Reject(string reason) => new(CaseSide.Customer, CaseMove.Reject, reason);

    public static DemoTurn Close() => new(CaseSide.Customer, CaseMove.Close, null);

    public static DemoTurn Taken() => new(CaseSide.Agent, CaseMove.Take, null);

    public static DemoTurn Desk(string text) => new(CaseSide.Agent, null, text);

    public static DemoTurn Ask(string text) => new(CaseSide.Agent, CaseMove.Ask, text);

    public static DemoTurn Solve(string text) => new(CaseSide.Agent, CaseMove.Solve, text);

    public static DemoTurn Note(string text) => new(CaseSide.Agent, null, text) { IsNote = true };
}
