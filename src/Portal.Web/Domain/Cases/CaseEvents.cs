using Portal.Web.Audit;

namespace Portal.Web.Domain.Cases;

/// <summary>What is recorded of cases; never what was said in them.</summary>
internal sealed class CaseEvents() : EventContribution(typeof(CaseEventText),
    [
        new(Opened, "A case is opened") { Mailed = Concerned },
        new(Commented, "Somebody comments on a case, which may move it") { Mailed = Concerned },
        new(Moved, "A case moves: taken, asked about, solved, approved, rejected, closed") { Mailed = Concerned },
        new(Reminded, "A solved case is about to close by itself") { Mailed = Concerned },
        new(Noted, "The staff writes an internal note on a case"),
        new(Assigned, "A case is given to a member of the staff, or to nobody"),
        new(Prioritised, "The staff says how pressing a case is"),
        new(Followed, "A colleague is added to a case") { Mailed = "to the colleague" },
        new(Unfollowed, "A colleague is taken from a case"),
        new(Marked, "A case is marked confidential, or no longer"),
        new(VisibilityChanged, "A manager changes who of the contract sees the cases of the others"),
        new(FilterSaved, "Somebody keeps a filter of cases under a name"),
        new(FilterChanged, "A saved filter is renamed, or shared, or no longer"),
        new(FilterDeleted, "A saved filter is deleted"),
        new(AnswerAdded, "The staff writes a canned answer"),
        new(AnswerChanged, "A canned answer is changed"),
        new(AnswerDeleted, "A canned answer is deleted"),
    ])
{
    public const string Opened = "case-opened";
    public const string Commented = "case-commented";
    public const string Moved = "case-moved";
    public const string Reminded = "case-reminded";
    public const string Noted = "case-noted";
    public const string Assigned = "case-assigned";
    public const string Prioritised = "case-prioritised";
    public const string Followed = "case-followed";
    public const string Unfollowed = "case-unfollowed";
    public const string Marked = "case-marked";
    public const string VisibilityChanged = "case-visibility-changed";
    public const string FilterSaved = "case-filter-saved";
    public const string FilterChanged = "case-filter-changed";
    public const string FilterDeleted = "case-filter-deleted";
    public const string AnswerAdded = "canned-answer-added";
    public const string AnswerChanged = "canned-answer-changed";
    public const string AnswerDeleted = "canned-answer-deleted";

    private const string Concerned = "to author and followers";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class CaseEventText;
