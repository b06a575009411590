using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Rules.WorkRequests;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>
/// Turns a draft into an item by way of its definition, so that form and JSON have one rule; each fault is said at the
/// input it is about, and a field with faults is opened.
/// </summary>
public sealed class WorkItemDraftInput(WorkItemInput input, FormWords words, IStringLocalizer<WorkItemText> text)
{
    /// <summary>Beside a fault what is nearest to it.</summary>
    public WorkItemContent Read(WorkItemDraftForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var json = DraftWriter.Write(form.Draft, form.Target.Definition);
        var reading = DefinitionReader.Read(json);
        Report(form, reader, reading.Faults);
        return input.ReadEntry(form, reader, Unchanged(form, json), reading.Definition!);
    }

    /// <summary>What was written by hand and says the same is no new version.</summary>
    private static string Unchanged(WorkItemDraftForm form, string json) =>
        form.Target.Definition is { } before && DraftWriter.Write(ItemDraft.Of(before)) == json ? form.Target.Now!.Definition : json;

    private void Report(WorkItemDraftForm form, FormReader reader, IReadOnlyList<DefinitionFault> faults)
    {
        if (faults.Count == 0)
        {
            return;
        }

        var places = faults.Select(fault => (Fault: fault, Place: FaultPlace.Of(fault.Where))).ToList();
        var wrong = places.Select(each => each.Place.Field).OfType<int>().Distinct().ToList();
        if (wrong.Count > 0 && (form.Draft.Open is not { } shown || !wrong.Contains(shown)))
        {
            form.Fill(form.Draft with { Open = wrong[0] });
        }

        foreach (var (fault, place) in places)
        {
            Report(form, reader, fault, place);
        }
    }

    private void Report(WorkItemDraftForm form, FormReader reader, DefinitionFault fault, FaultPlace place)
    {
        if (place.Field is { } at && at != form.Draft.Open)
        {
            if (form.Faulty.Add(at))
            {
                reader.Add(WorkItemDraftForm.NameOf(DraftInputs.Field(at)), text["FaultyField", at + 1]);
            }

            return;
        }

        var name = place.InputIn(form.Draft.Open) is { } found ? WorkItemDraftForm.NameOf(found) : "";
        if (name.Length == 0 || !reader.HasProblem(name))
        {
            reader.Add(name, Say(form, fault, place));
        }
    }

    private string Say(WorkItemDraftForm form, DefinitionFault fault, FaultPlace place)
    {
        if (place.Option is { } option)
        {
            return text["OptionLine", option + 1, text[fault.Kind is DefinitionFaultKind.WrongText
                ? "OptionForm"
                : "Fault." + fault.Kind]];
        }

        var part = text["Part." + place.Part].Value;
        var label = place.Column is { } column ? text["ColumnPart", column + 1, part].Value : part;
        return fault.Kind switch
        {
            DefinitionFaultKind.WrongText => words.Of(TextFault(form, place), label),
            DefinitionFaultKind.Missing => words.Of(new FieldFault.Missing(), label),
            DefinitionFaultKind.WrongFieldType => words.Of(new FieldFault.NotOffered(), label),
            DefinitionFaultKind.WrongType or DefinitionFaultKind.OutOfRange => words.Of(NumberFault(form, place), label),
            DefinitionFaultKind.WrongKey => text["KeyForm", label],
            DefinitionFaultKind.Twice => text["KeyTwice", label],
            DefinitionFaultKind.WrongCount => text["Count." + place.Part, Most(place.Part)],
            _ => text["Fault." + fault.Kind],
        };
    }

    private static FieldFault TextFault(WorkItemDraftForm form, FaultPlace place)
    {
        var typed = CanonicalText.FreeText(TypedAt(form, place));
        var longest = place.Part switch
        {
            "termsJa" or "termsEn" => WorkLimits.Terms,
            "summaryJa" or "summaryEn" or "hintJa" or "hintEn" => WorkLimits.Hint,
            _ => WorkLimits.Label,
        };
        return CodePoints.Count(typed) switch
        {
            0 => new FieldFault.Missing(),
            var length when length > longest => new FieldFault.TooLong(longest, length),
            _ => new FieldFault.WrongCharacters(),
        };
    }

    private static string TypedAt(WorkItemDraftForm form, FaultPlace place)
    {
        var draft = form.Draft;
        var field = place.Field is { } at ? draft.Fields[at] : null;
        field = field is not null && place.Column is { } column ? field.Columns[column] : field;
        return (field is null, place.Part) switch
        {
            (false, "labelJa") => field!.LabelJa,
            (false, "labelEn") => field!.LabelEn,
            (false, "hintJa") => field!.HintJa,
            (false, "hintEn") => field!.HintEn,
            _ => form.Values.GetValueOrDefault(place.Part) ?? "",
        };
    }

    private static FieldFault.NotAWholeNumber NumberFault(WorkItemDraftForm form, FaultPlace place) => place.Part switch
    {
        "points" => new(0, WorkLimits.Points),
        "days" => new(1, WorkLimits.Days),
        "daysAhead" => new(0, WorkLimits.Days),
        "mostRows" => new(1, WorkLimits.Rows),
        _ => new(1, place is { Column: null, Field: { } at }
            && DefinitionReader.TypeOf(form.Draft.Fields[at].Type) == WorkFieldType.LongText ? WorkLimits.Text : WorkLimits.Line),
    };

    private static int Most(string part) => part switch
    {
        "options" => WorkLimits.Options,
        "columns" => WorkLimits.Columns,
        _ => WorkLimits.Fields,
    };
}
