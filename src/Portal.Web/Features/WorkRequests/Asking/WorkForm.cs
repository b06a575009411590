using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Portal.Rules.WorkRequests;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.WorkRequests.Asking;

/// <summary>
/// A request, as typed: the version it was opened with is the version of the item. What follows from the item is
/// neither bound nor validated, because that comes before the item is known.
/// </summary>
public sealed class WorkForm : SteppedForm
{
    /// <summary>By the names of <see cref="WorkInputs"/>.</summary>
    [InDraft]
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>To the terms of the item.</summary>
    [InDraft]
    public bool Agreed { get; set; }

    /// <summary>Null to begin with: the framework binds nothing over a list that is there.</summary>
    public IReadOnlyList<Guid>? Files { get; set; }

    [BindNever]
    public WorkItemTarget Target { get; set; } = null!;

    /// <summary>Of the files, those that are still there.</summary>
    [BindNever]
    public FilesField? Field { get; set; }

    /// <summary>Points that can be used now.</summary>
    [BindNever]
    public long Left { get; set; }

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever]
    public IReadOnlyList<AnsweredField> Answered { get; set; } = [];

    /// <summary>The item says something else than when the form was opened.</summary>
    [BindNever]
    public bool IsChanged { get; set; }

    [BindNever, ValidateNever]
    public WorkDefinition Definition => Target.Work.Definition;

    [BindNever, ValidateNever]
    public string Path => WorkRequestPaths.Item(Target.Work.Item.Code);

    [BindNever, ValidateNever]
    public long LeftAfter => Left - Definition.Points;

    [BindNever, ValidateNever]
    public WorkFormModel Fields => new(Definition, Values, Tables.ToDictionary(table => table.Key,
        table => WorkInputs.RowsOf(table, Values.Keys)), WorkWords.Language);

    [BindNever, ValidateNever]
    public IEnumerable<WorkField> Tables => Definition.Fields.Where(each => each.Type == WorkFieldType.Table);

    /// <summary>The inputs of this item among those that came.</summary>
    [BindNever, ValidateNever]
    public IEnumerable<string> Inputs => Definition.Fields.SelectMany(each => each.Type == WorkFieldType.Table
        ? Enumerable.Range(0, WorkInputs.RowsOf(each, Values.Keys)).SelectMany(row => each.Columns
            .Select(column => WorkInputs.Of(each, row, column)))
        : [each.Key]).Where(Values.ContainsKey);
}
