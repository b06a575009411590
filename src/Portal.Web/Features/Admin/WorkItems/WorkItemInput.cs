using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Rules.WorkRequests;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>Turns the form into an item; what is wrong with its definition is said line by line.</summary>
public sealed class WorkItemInput(FormWords words, IStringLocalizer<WorkItemText> text)
{
    /// <summary>Behind whatever is to come first.</summary>
    public const string UsualPosition = "100";

    private const int MostPosition = 9_999;
    private const int LongestNames = WorkLimits.OnlyWith * 61;

    /// <summary>What a new item begins with: one field of each kind that is needed most.</summary>
    private const string Beginning = """
        {
          "title": { "ja": "", "en": "" },
          "summary": { "ja": "", "en": "" },
          "category": { "ja": "", "en": "" },
          "points": 10,
          "days": 3,
          "terms": { "ja": "", "en": "" },
          "fields": [
            { "key": "target", "type": "text", "label": { "ja": "", "en": "" }, "required": true, "longest": 100 },
            {
              "key": "rows",
              "type": "table",
              "label": { "ja": "", "en": "" },
              "mostRows": 10,
              "columns": [
                { "key": "name", "type": "text", "label": { "ja": "", "en": "" }, "required": true }
              ]
            }
          ]
        }
        """;

    private static readonly LineField Code = new(WorkLimits.Key, Required: true);
    private static readonly WholeNumberField Position = new(0, MostPosition);
    private static readonly NoteField Names = new(LongestNames);

    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    public static void Prefill(WorkItemForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        (form.Position, form.Definition) = (UsualPosition, Beginning);
    }

    /// <summary>Beside a fault what is nearest to it; faults of the definition are in the state already.</summary>
    public WorkItemContent Read(WorkItemForm form, FormReader reader, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(state);
        var json = (form.Definition ?? "").ReplaceLineEndings("\n").Trim();
        var reading = DefinitionReader.Read(json);
        foreach (var fault in reading.Faults)
        {
            state.AddModelError(nameof(form.Definition), Say(fault));
        }

        return ReadEntry(form, reader, json, reading.Definition!);
    }

    /// <summary>What both ways of writing have beside the definition.</summary>
    public WorkItemContent ReadEntry(WorkItemEntry form, FormReader reader, string json, WorkDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var code = form.Target.Item?.Code ?? ReadCode(form, reader);
        var position = reader.Read(Position, nameof(form.Position), form.Position);
        var names = reader.Read(Names, nameof(form.OnlyWith), form.OnlyWith)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (names.Count > WorkLimits.OnlyWith)
        {
            reader.Add(nameof(form.OnlyWith), text["TooManyNames", WorkLimits.OnlyWith]);
        }

        return new WorkItemContent(code, position ?? 0, names, json, definition);
    }

    /// <summary>A fault with its line: people look for it in a text of hundreds.</summary>
    private string Say(DefinitionFault fault)
    {
        var what = text["Fault." + fault.Kind, string.Join(text["Comma"], DefinitionReader.TypeWords)];
        return fault.Where.Length == 0
            ? text["FaultAt", fault.Line, what]
            : text["FaultOf", fault.Line, fault.Where, what];
    }

    private string ReadCode(WorkItemEntry form, FormReader reader)
    {
        var code = CanonicalText.Identifier(reader.Read(Code, nameof(form.ItemCode), form.ItemCode));
        if (!WorkCode.IsCode(code) && !reader.HasProblem(nameof(form.ItemCode)))
        {
            reader.Add(nameof(form.ItemCode), text["WrongCode"]);
        }

        return code;
    }

    public IReadOnlyList<ComparedField> Compare(WorkItemContent own, WorkItemOutcome.Conflict newer)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return
        [
            new(nameof(WorkItemEntry.Position), text["Field.Position"], own.Position.ToString(CultureInfo.InvariantCulture),
                newer.Row.Position.ToString(CultureInfo.InvariantCulture)),
            new(nameof(WorkItemEntry.OnlyWith), text["Field.OnlyWith"], string.Join('\n', own.OnlyWith), newer.Row.OnlyWith),
            new(nameof(WorkItemEntry.Definition), text["Field.Definition"], own.Json, newer.Version.Definition),
        ];
    }
}
