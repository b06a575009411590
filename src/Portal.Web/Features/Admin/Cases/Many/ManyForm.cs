using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Cases.Many;

/// <summary>Cases that the staff opens for many contracts, with a file each.</summary>
public sealed class ManyForm
{
    [InDraft]
    public string? Kind { get; set; }

    /// <summary>What stands at the place of the month.</summary>
    [InDraft]
    public string? Month { get; set; }

    [InDraft]
    public string? Subject { get; set; }

    [InDraft]
    public string? Text { get; set; }

    /// <summary>Contracts and the names of their files, as a spreadsheet copies them or as CSV.</summary>
    [InDraft]
    public string? Table { get; set; }

    /// <summary>Null to begin with: the framework binds nothing over a list that is there.</summary>
    public IReadOnlyList<Guid>? Files { get; set; }

    /// <summary>Names what the preview showed: nothing else is opened.</summary>
    public string? Seen { get; set; }

    /// <summary>"open" opens what the preview showed; anything else checks.</summary>
    public string? Step { get; set; }

    [BindNever]
    public ManyTarget Target { get; set; } = default!;

    [BindNever]
    public IReadOnlyList<Choice> Kinds { get; set; } = [];

    [BindNever]
    public FilesField Field { get; set; } = default!;

    [BindNever]
    public ManyCheck? Check { get; set; }
}

/// <summary>A row of the table that was checked.</summary>
/// <param name="Line">Its number as the spreadsheet shows it.</param>
public sealed record ManyRow(int Line, string Contract, string Holder, string File, string Subject, string Text)
{
    public Guid? FileId { get; init; }

    /// <summary>Whose case it will be; null beside a problem.</summary>
    public PortalUser? Contact { get; init; }

    /// <summary>The case of this contract that says the same already.</summary>
    public int? Like { get; init; }

    /// <summary>Empty where it can be opened.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <param name="Unnamed">Files that no row names.</param>
/// <param name="Seen">Names what was shown.</param>
public sealed record ManyCheck(CaseKind Kind, IReadOnlyList<ManyRow> Rows, IReadOnlyList<string> Unnamed, string Seen)
{
    public bool IsFit => Rows.All(row => row.Problems.Count == 0);
}
