using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices.AnonymousRejection;

/// <summary>The fields of anonymous call rejection.</summary>
public sealed class RejectionInput(IStringLocalizer<OptionsText> text) : IOptionInput<RejectionForm>
{
    private const int LongestShown = 40;

    /// <summary>So many wrong lines are named; of a text that was pasted the rest is counted.</summary>
    private const int MostNamed = 5;

    public OptionSettings Read(RejectionForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        return new RejectionSettings { On = form.On, Exceptions = Exceptions(form, reader) };
    }

    public IReadOnlyList<OptionLine> Lines(OptionSettings settings)
    {
        var rejection = (RejectionSettings)settings;
        var exceptions = string.Join('\n', rejection.Exceptions.Select(E164.Shown));
        return
        [
            new("On", text["Field.RejectionOn"], text[rejection.On ? "On" : "Off"], rejection.On ? "true" : "false"),
            new("Exceptions", text["Field.Exceptions"], exceptions.Length > 0 ? exceptions : text["None"], exceptions),
        ];
    }

    private List<string> Exceptions(RejectionForm form, FormReader reader)
    {
        var typed = (form.Exceptions ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (numbers, wrong) = (new List<string>(), new List<string>());
        foreach (var line in typed)
        {
            if (CallTargets.Read(line) is { Number: { } number, Use: not NumberUse.None })
            {
                numbers.Add(number);
            }
            else
            {
                wrong.Add(line);
            }
        }

        if (wrong.Count > 0)
        {
            reader.Add(nameof(form.Exceptions), NoNumbers(wrong));
            return [];
        }

        List<string> distinct = [.. numbers.Distinct()];
        if (distinct.Count > RejectionSettings.MostExceptions)
        {
            reader.Add(nameof(form.Exceptions), text["TooManyExceptions", RejectionSettings.MostExceptions, distinct.Count]);
        }

        return distinct;
    }

    /// <summary>All wrong lines at once: who mends one should not learn of the next by sending it again.</summary>
    private string NoNumbers(List<string> lines)
    {
        var named = lines.Take(MostNamed).Select(line => text["Quoted", Portal.Rules.Text.Shortened.To(line, LongestShown)].Value);
        string[] all = lines.Count > MostNamed ? [.. named, text["MoreLines", lines.Count - MostNamed]] : [.. named];
        return text[lines.Count == 1 ? "ExceptionNoNumber" : "ExceptionsNoNumbers", string.Join(text["And"], all)];
    }
}
