using Portal.Rules.Cases;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>What became of an act on a case.</summary>
public abstract record CaseOutcome
{
    private CaseOutcome()
    {
    }

    /// <param name="Entry">What was written into the timeline; null where nothing was.</param>
    public sealed record Done(SupportCase Row, CaseEntry? Entry = null) : CaseOutcome;

    /// <summary>It was so already; nothing is recorded.</summary>
    public sealed record Unchanged : CaseOutcome;

    /// <summary>The rules of cases do not allow it now.</summary>
    public sealed record Refused(CaseObstacle Why) : CaseOutcome;

    /// <summary>Something happened to it since the page was opened, which whoever acts has not seen.</summary>
    public sealed record Overtaken : CaseOutcome;

    /// <summary>Somebody else set the same thing since the page was opened (SAFE-1).</summary>
    /// <param name="By">Who did; null where nobody knows.</param>
    public sealed record SetElsewhere(SupportCase Row, string? By) : CaseOutcome;
}
