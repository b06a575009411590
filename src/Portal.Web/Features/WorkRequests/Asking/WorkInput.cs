using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.WorkRequests;
using Portal.Web.Domain.Points;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.WorkRequests.Asking;

/// <summary>Turns the form of an item into what is asked for.</summary>
public sealed class WorkInput(WorkAttachments attachments, PointSums sums, TenantClock clock, FormWords words,
    IStringLocalizer<WorkSharedText> shared, IStringLocalizer<WorkRequestsText> text)
{
    private const string Add = "add";
    private const string Remove = "remove";

    public FormReader Reader() => words.Reader(field => field);

    /// <summary>What the page shows and the browser does not decide.</summary>
    /// <param name="state">What was typed before a session ended lies there.</param>
    public async Task FillAsync(WorkForm form, WorkItemTarget target, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(state);
        form.Target = target;
        form.Field = await attachments.FieldAsync(form.Files);
        form.Left = target.Contract.HasPoints ? (await sums.RunningAsync(target.Contract.Id, clock.Today))?.Balance.Left ?? 0 : 0;
        foreach (var name in state.Keys)
        {
            if (WorkFormModel.InputOf(name) is { } input)
            {
                form.Values.TryAdd(input, state[name]!.AttemptedValue);
            }
        }
    }

    /// <summary>A button that adds or removes a row of a table: a round trip, which checks nothing.</summary>
    /// <returns>False where another one was pressed.</returns>
    public static bool Resize(WorkForm form, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        var parts = (form.Step ?? "").Split('.');
        if (parts is not ([Add, _] or [Remove, _, _]) || form.Tables.FirstOrDefault(field => field.Key == parts[1]) is not { } table)
        {
            return false;
        }

        form.Values = parts is [_, _, var typed]
            ? WorkInputs.WithoutRow(table, int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1,
                form.Values)
            : WorkInputs.WithRow(table, form.Values);

        // What was sent would be shown in the place of what moved up.
        foreach (var name in state.Keys.Where(name => WorkFormModel.InputOf(name) is not null).ToList())
        {
            state.Remove(name);
        }

        return true;
    }

    public WorkAnswer Read(WorkForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var reading = WorkAnswerReader.Read(form.Definition, form.Values, clock.Today);
        foreach (var fault in reading.Faults)
        {
            reader.Add(WorkFormModel.NameOf(fault.Input), Say(fault));
        }

        if (form.Definition.Files is { Required: true } files && form.Files is not { Count: > 0 })
        {
            reader.Add(nameof(form.Files), words.Of(new FieldFault.NotOffered(), files.Label.In(WorkWords.Language)));
        }

        if (form.Definition.Terms is not null && !form.Agreed)
        {
            reader.Add(nameof(form.Agreed), text["AgreeMissing"]);
        }

        return reading.Answer;
    }

    /// <summary>The form as it was understood, for the check page.</summary>
    public static void Show(WorkForm form, WorkAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answer);
        form.Answered = WorkAnswerText.Of(form.Definition, answer, WorkWords.Language);
        form.Values = answer.Values.ToDictionary(value => value.Key, value => (string?)value.Value);
        foreach (var table in form.Tables)
        {
            var rows = answer.Rows[table.Key];
            for (var i = 0; i < rows.Count; i++)
            {
                foreach (var column in table.Columns)
                {
                    form.Values[WorkInputs.Of(table, i, column)] = rows[i].GetValueOrDefault(column.Key, "");
                }
            }
        }
    }

    private string Say(AnswerFault fault)
    {
        var label = fault.Field.Label.In(WorkWords.Language);
        var named = fault.Row is { } row ? shared["RowField", row + 1, label] : label;
        return fault.Kind switch
        {
            AnswerFaultKind.Missing when fault.Field.Type == WorkFieldType.Table => shared["RowMissing", label],
            AnswerFaultKind.TooSoon => shared["TooSoon", named,
                MomentText.Of(fault.Earliest!.Value, TimeStyle.Date, CultureInfo.CurrentUICulture)],
            AnswerFaultKind.BeforeOther => shared["BeforeOther", named,
                fault.Other!.Label.In(WorkWords.Language)],
            AnswerFaultKind.Missing => words.Of(fault.Field.Type == WorkFieldType.Choice
                ? new FieldFault.NotOffered()
                : new FieldFault.Missing(), named),
            AnswerFaultKind.NotOffered => words.Of(new FieldFault.NotOffered(), named),
            AnswerFaultKind.WrongCharacters => words.Of(new FieldFault.WrongCharacters(), named),
            AnswerFaultKind.NotADate => words.Of(new FieldFault.NotADate(), named),
            AnswerFaultKind.OutOfBounds => words.Of(new FieldFault.DateOutOfBounds(fault.Earliest!.Value, fault.Latest!.Value), named),
            AnswerFaultKind.NotAnEmail => shared["EmailUnfit", named],
            AnswerFaultKind.NotAnIpAddress => shared["IpAddressUnfit", named],
            AnswerFaultKind.NotAPhone => words.Of(new FieldFault.NotAPhone(), named),
            AnswerFaultKind.NoSuchPhone => words.Of(new FieldFault.NoSuchPhone(), named),
            AnswerFaultKind.ZeroIsMissing => words.Of(new FieldFault.ZeroIsMissing(), named),
            _ => words.Of(new FieldFault.TooLong(fault.Field.Longest, fault.Length), named),
        };
    }
}
