using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices;

/// <summary>What the forms of all services do alike, for the one who is signed in.</summary>
public sealed class OptionEditing(CurrentSession session, OptionReading reading, OptionActs acts, OptionWords words, FormWords forms,
    IStringLocalizer<OptionsText> text)
{
    public Task<NumberOptions?> FindAsync(string digits) => reading.FindAsync(session.User, digits);

    public FormReader Reader() => forms.Reader(field => text["Field." + field.Split('.')[^1]]);

    public Task<OptionOutcome> SaveAsync(OptionForm form, OptionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(form);
        return acts.SaveAsync(session.User, form.Digits, form.Version, settings);
    }

    /// <summary>A conflict where it can be solved, or as a remark on the check page.</summary>
    public void Tell(OptionForm form, OptionSettings settings, OptionConflict conflict, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var message = words.Of(conflict, settings, form.Options);
        if (OptionConflicts.IsRefused(conflict))
        {
            reader.Add(settings is ForwardingSettings ? "Mode" : "Rings", message);
        }
        else
        {
            form.Remark = message;
        }
    }

    /// <summary>One's own version beside the newer one (SAFE-1).</summary>
    public ChangedElsewhere Compare(OptionForm form, OptionSetting row, IReadOnlyList<OptionLine> own, IReadOnlyList<OptionLine> newer)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(row);
        return new ChangedElsewhere(row, words.Named(row.Service), OptionPaths.Edit(form.Digits, row.Service))
        {
            Fields = [.. own.Zip(newer, (mine, other) =>
                new ComparedField(mine.Field, mine.Label, mine.Shown, other.Shown) { Sent = mine.Sent })],
            Crumbs = [(words.Numbered(form.Options.Number), OptionPaths.Number(form.Digits))],
        };
    }

    public string Said(OptionOutcome outcome, OptionService service) =>
        text[outcome is OptionOutcome.Unchanged ? "Unchanged" : "Saved", words.Named(service)];
}
