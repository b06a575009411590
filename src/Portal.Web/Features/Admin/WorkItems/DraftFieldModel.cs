using System.Globalization;
using Portal.Rules.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>A field of an item being written, as its form draws it.</summary>
/// <param name="At">From 0.</param>
public sealed record DraftFieldModel(WorkItemDraftForm Form, int At)
{
    public FieldDraft Field => Form.Draft.Fields[At];

    public bool IsOpen => Form.Draft.Open == At;

    public bool IsFaulty => Form.Faulty.Contains(At);

    public bool IsLast => At == Form.Draft.Fields.Count - 1;

    public string Json => Form.Values[DraftInputs.Field(At)] ?? "";

    /// <summary>In the reader's language, or the other; empty for one that has no name yet.</summary>
    public string Name => (WorkWords.Language == "ja" ? [Field.LabelJa, Field.LabelEn] : new[] { Field.LabelEn, Field.LabelJa })
        .FirstOrDefault(label => label.Trim().Length > 0) ?? "";

    public DraftPartsModel Parts => new(Field, IsColumn: false, DraftInputs.Part) { Begins = Form.IsOpened };

    public DraftPartsModel Column(int column) => new(Field.Columns[column], IsColumn: true, part => DraftInputs.Column(column, part));
}

/// <summary>The inputs of a field or a column.</summary>
/// <param name="Input">The input of a part.</param>
public sealed record DraftPartsModel(FieldDraft Field, bool IsColumn, Func<string, string> Input)
{
    /// <summary>What is typed next goes here.</summary>
    public bool Begins { get; init; }

    public WorkFieldType? Type => DefinitionReader.TypeOf(Field.Type);

    public IEnumerable<string> Types => IsColumn ? DefinitionReader.ColumnWords : DefinitionReader.TypeWords;

    public string Name(string part) => WorkItemDraftForm.NameOf(Input(part));
}

/// <summary>The buttons that move and remove a field or a column.</summary>
/// <param name="Of">"field" or "column".</param>
public sealed record DraftMoves(string Of, int At, int Count, string Title)
{
    public string Step(string act) => string.Create(CultureInfo.InvariantCulture, $"{Of}.{act}.{At}");
}
