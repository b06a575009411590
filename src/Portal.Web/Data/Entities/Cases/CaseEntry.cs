using Portal.Rules.Cases;

namespace Portal.Web.Data.Entities;

/// <summary>One entry of a case's timeline; entries are added and never changed (CASE-4).</summary>
public sealed class CaseEntry : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    /// <summary>From 1 within the case: clocks of two nodes may differ, turns do not.</summary>
    public int Order { get; set; }

    public CaseEntryKind Kind { get; set; }

    /// <summary>For the staff's eyes alone. What customers read asks for this, and for nothing else.</summary>
    public bool IsInternal { get; set; }

    public CaseSide Side { get; set; }

    public Guid? AuthorId { get; set; }

    public string AuthorName { get; set; } = "";

    public DateTimeOffset At { get; set; }

    /// <summary>What was typed, as Markdown; null where nothing was.</summary>
    public string? Source { get; set; }

    /// <summary>
    /// The same as it is searched for; stamped when it is stored. Null for what is internal, too: no search of a
    /// customer can come upon it (CASE-4).
    /// </summary>
    public string? SearchKey { get; set; }

    /// <summary>The same as sanitised HTML, rendered once when it was written.</summary>
    public string? Html { get; set; }

    /// <summary>The status before, where the entry moved the case.</summary>
    public CaseStatus? From { get; set; }

    public CaseStatus? To { get; set; }

    /// <summary>Who works on it from here on; null for nobody.</summary>
    public string? Assignee { get; set; }

    /// <summary>How pressing it is from here on, where the entry says so.</summary>
    public CasePriority? Priority { get; set; }

    /// <summary>How many files came with it; they belong to the entry and are seen where it is seen (AZ-16).</summary>
    public int FileCount { get; set; }
}
