using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>An answer being written, and what comes with it.</summary>
public sealed class AnswerForm
{
    [InDraft]
    public string? Text { get; set; }

    /// <summary>Null to begin with: the framework binds nothing over a list that is there.</summary>
    public IReadOnlyList<Guid>? Files { get; set; }

    /// <summary>A canned answer to be put in.</summary>
    public Guid? Canned { get; set; }

    /// <summary>
    /// "ask" and "solve" move the case as well, "preview" shows the text, "insert" puts the canned answer in; anything
    /// else sends it.
    /// </summary>
    public string? Step { get; set; }

    /// <summary>The case as it stood on the page.</summary>
    public int Version { get; set; }

    [BindNever]
    public string? Preview { get; set; }

    public CaseMove? Move => Step switch
    {
        "ask" => CaseMove.Ask,
        "solve" => CaseMove.Solve,
        _ => null,
    };
}

/// <summary>A note being written.</summary>
public sealed class CaseNoteForm
{
    [InDraft]
    public string? Note { get; set; }

    /// <inheritdoc cref="AnswerForm.Files"/>
    public IReadOnlyList<Guid>? NoteFiles { get; set; }
}

/// <summary>What was said about a case, or the end of it, as the desk reads it.</summary>
/// <param name="Files">By entry.</param>
public sealed record DeskSaid(DeskTarget Target, IReadOnlyList<CaseEntry> Entries, ILookup<Guid, StoredFile> Files);

/// <summary>A case as the desk sees it.</summary>
public sealed record DeskPage(DeskTarget Target, IReadOnlyList<CaseEntry> Entries, IReadOnlyList<string> Followers)
{
    public SupportCase Row => Target.Row;

    public DeskSaid Said => new(Target, Entries, Files);

    /// <summary>The list that it was opened from.</summary>
    public required DeskNeighbours Round { get; init; }

    /// <summary>Canned answers of the tenant.</summary>
    public required IReadOnlyList<Choice> Canned { get; init; }

    /// <summary>The staff who look after this tenant.</summary>
    public required IReadOnlyList<PortalUser> Colleagues { get; init; }

    /// <summary>By entry.</summary>
    public required ILookup<Guid, StoredFile> Files { get; init; }

    /// <summary>Of the answer.</summary>
    public required FilesField AnswerFiles { get; init; }

    /// <summary>Of the note.</summary>
    public required FilesField NoteFiles { get; init; }

    /// <summary>Number of the work request that it came of.</summary>
    public int? WorkRequest { get; init; }

    /// <summary>No mail about it reaches anybody of the customer's side.</summary>
    public bool IsUnheard { get; init; }

    public AnswerForm Answer { get; init; } = new();

    public CaseNoteForm Note { get; init; } = new();

    public CaseExpectation Expected => CaseRules.Expected(CaseSide.Agent, Row.Status, Row.WaitingSince is not null);

    public bool IsOpen => CaseRules.ObstacleToComment(Row.Status) is null;

    public bool May(CaseMove move) => CaseRules.Decide(CaseSide.Agent, Row.Status, move) is CaseDecision.Allowed;
}
