using Portal.Rules.Cases;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>What is told of a case to those who have it open.</summary>
public enum CaseNewsKind
{
    /// <summary>An entry that both sides see.</summary>
    Entry,

    /// <summary>An entry of the staff's own.</summary>
    InternalEntry,

    /// <summary>Somebody is writing to the other side.</summary>
    Typing,

    /// <summary>A member of the staff is writing a note.</summary>
    TypingInternally,
}

/// <summary>Who is writing, under the name that an entry of theirs would bear.</summary>
public sealed record CaseTypist(Guid Id, CaseSide Side, string Name);

/// <summary>
/// Something happened to a case. It says where to look and never what was said: whoever is told looks for itself, as
/// far as it may see (CASE-6, CASE-8).
/// </summary>
public sealed record CaseNews(Guid TenantId, Guid CaseId, CaseNewsKind Kind, CaseTypist? By = null)
{
    /// <summary>Nothing of it shows on the customer's side, not even that it happened (CASE-4).</summary>
    public bool IsInternal => Kind is CaseNewsKind.InternalEntry or CaseNewsKind.TypingInternally;
}
