using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Show;

/// <summary>A colleague.</summary>
public sealed record CasePerson(Guid Id, string DisplayName);

/// <summary>What was said about a case, or the end of it, as a customer reads it.</summary>
/// <param name="Files">By entry.</param>
public sealed record CaseSaid(SupportCase Row, IReadOnlyList<CaseEntry> Entries, ILookup<Guid, StoredFile> Files);

/// <summary>A case as its page tells it to a customer.</summary>
public sealed record CaseThread(CaseTarget Target, IReadOnlyList<CaseEntry> Entries)
{
    public SupportCase Row => Target.Row;

    public CaseSaid Said => new(Row, Entries, Files);

    public CaseReader Reader => Target.Reader;

    public required IReadOnlyList<CasePerson> Followers { get; init; }

    /// <summary>Colleagues whom the reader may add; null where they are too many for a list.</summary>
    public required IReadOnlyList<CasePerson>? Candidates { get; init; }

    /// <summary>The reader may add somebody, and there is room.</summary>
    public bool OffersSharing => IsOpen && Followers.Count < CaseLimits.Followers
        && (Candidates is { } few ? few.Count > 0 : Reader.MayAdd(Row, Guid.Empty));

    /// <summary>What is expected in this status was put aside.</summary>
    public bool IsDismissed { get; init; }

    /// <summary>It was just opened: the page is also the receipt.</summary>
    public bool IsReceipt { get; init; }

    /// <summary>Number of the work request that it came of; whoever sees the case sees that.</summary>
    public int? WorkRequest { get; init; }

    public ReplyForm Reply { get; init; } = new();

    /// <summary>Whom somebody wanted to add, where the page says that it cannot be.</summary>
    public string? TypedFollower { get; init; }

    /// <summary>By entry.</summary>
    public required ILookup<Guid, StoredFile> Files { get; init; }

    /// <summary>Of the reply.</summary>
    public required FilesField Field { get; init; }

    public CaseExpectation Expected => CaseRules.Expected(CaseSide.Customer, Row.Status, Row.WaitingSince is not null);

    public bool IsOpen => CaseRules.ObstacleToComment(Row.Status) is null;

    public bool May(CaseMove move) => CaseRules.Decide(CaseSide.Customer, Row.Status, move) is CaseDecision.Allowed;
}
