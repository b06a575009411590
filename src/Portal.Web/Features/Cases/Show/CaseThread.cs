using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Features.Cases.Show;

/// <summary>Another case that this one goes on from, or that goes on from it.</summary>
public sealed record CaseLink(int Number, string Subject);

/// <summary>A case as its page tells it to a customer.</summary>
public sealed record CaseThread(CaseTarget Target, IReadOnlyList<CaseEntry> Entries)
{
    public SupportCase Row => Target.Row;

    public CaseReader Reader => Target.Reader;

    public required IReadOnlyList<PortalUser> Followers { get; init; }

    /// <summary>Colleagues who could be added.</summary>
    public required IReadOnlyList<PortalUser> Candidates { get; init; }

    public required IReadOnlyList<CaseLink> Before { get; init; }

    public required IReadOnlyList<CaseLink> After { get; init; }

    /// <summary>What is expected in this status was put aside.</summary>
    public bool IsDismissed { get; init; }

    /// <summary>It was just opened: the page is also the receipt.</summary>
    public bool IsReceipt { get; init; }

    public ReplyForm Reply { get; init; } = new();

    public CaseExpectation Expected => CaseRules.Expected(CaseSide.Customer, Row.Status);

    public bool IsOpen => CaseRules.ObstacleToComment(Row.Status) is null;

    public bool May(CaseMove move) => CaseRules.Decide(CaseSide.Customer, Row.Status, move) is CaseDecision.Allowed;
}
