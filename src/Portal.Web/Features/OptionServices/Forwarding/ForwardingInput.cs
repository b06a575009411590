using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Rules.Text;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;
using Portal.Web.Http.Languages;

namespace Portal.Web.Features.OptionServices.Forwarding;

/// <summary>The fields of call forwarding.</summary>
public sealed class ForwardingInput(TargetInput targets, IStringLocalizer<OptionsText> text) : IOptionInput<ForwardingForm>
{
    internal static readonly IReadOnlyList<(string Name, Func<ForwardingSettings, bool> Holds)> Conditions =
    [
        (nameof(ForwardingSettings.Busy), settings => settings.Busy),
        (nameof(ForwardingSettings.NoAnswer), settings => settings.NoAnswer),
        (nameof(ForwardingSettings.OutOfReach), settings => settings.OutOfReach),
    ];

    public OptionSettings Read(ForwardingForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        if (!Enum.TryParse<ForwardingMode>(form.Mode, out var mode) || !Enum.IsDefined(mode))
        {
            reader.Add(nameof(form.Mode), text["ChooseMode"]);
        }

        if (mode == ForwardingMode.When && !Conditions.Any(each => form.Conditions.Contains(each.Name)))
        {
            reader.Add(nameof(form.Conditions), text["ChooseConditions"]);
        }

        return new ForwardingSettings
        {
            Mode = mode,
            Busy = form.Conditions.Contains(nameof(ForwardingSettings.Busy)),
            NoAnswer = form.Conditions.Contains(nameof(ForwardingSettings.NoAnswer)),
            OutOfReach = form.Conditions.Contains(nameof(ForwardingSettings.OutOfReach)),
            Seconds = Seconds(form, reader),
            Target = Target(form, mode, reader),
            Schedule = Schedule(form, reader),
        };
    }

    public IReadOnlyList<OptionLine> Lines(OptionSettings settings)
    {
        var forwarding = (ForwardingSettings)settings;
        string[] conditions = [.. Conditions.Where(each => each.Holds(forwarding)).Select(each => each.Name)];
        var shown = forwarding.Target.Length > 0 ? E164.Shown(forwarding.Target) : "";
        var seconds = forwarding.Seconds.ToString(CultureInfo.InvariantCulture);
        return
        [
            Line("Mode", text["Mode." + forwarding.Mode], forwarding.Mode.ToString()),
            Line("Conditions", string.Join(text["And"], conditions.Select(name => text["Condition." + name].Value)), conditions),
            Line("Seconds", text["SecondsOf", seconds], seconds),
            Line("Target", shown, shown),
            Line("Schedule", forwarding.Schedule.Count == 0 ? text["AtAllTimes"] : string.Join('\n', forwarding.Schedule.Select(Words)),
                [.. forwarding.Schedule.Select(span => SpanForm.Of(span).Packed)]),
        ];
    }

    private OptionLine Line(string field, string shown, params string[] sent) => new(field, text["Field." + field], shown, sent);

    private string Words(WeekSpan span)
    {
        var days = text["Days." + SpanForm.NameOf(span)];
        return span.IsWholeDay ? text["WholeDay", days]
            : text[span.EndsOnTheNextDay ? "SpanOvernight" : "Span", days, span.From!.Value.ToString("H:mm", CultureInfo.InvariantCulture),
                span.Until!.Value.ToString("H:mm", CultureInfo.InvariantCulture)];
    }

    private int Seconds(ForwardingForm form, FormReader reader)
    {
        var typed = CanonicalText.Identifier(form.Seconds ?? "");
        if (typed.Length == 0)
        {
            return ForwardingSettings.UsualSeconds;
        }

        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= ForwardingSettings.ShortestSeconds and <= ForwardingSettings.LongestSeconds)
        {
            return seconds;
        }

        reader.Add(nameof(form.Seconds), text["SecondsRange", ForwardingSettings.ShortestSeconds, ForwardingSettings.LongestSeconds]);
        return ForwardingSettings.UsualSeconds;
    }

    private string Target(ForwardingForm form, ForwardingMode mode, FormReader reader) =>
        mode == ForwardingMode.Off && string.IsNullOrWhiteSpace(form.Target)
            ? ""
            : targets.Read(reader, nameof(form.Target), form.Target, form.Options.Number.Number, Targets.OfForwarding);

    private List<WeekSpan> Schedule(ForwardingForm form, FormReader reader)
    {
        var typed = form.Spans.Select((span, place) => (Span: span, Place: place)).Where(each => !each.Span.IsEmpty).ToList();
        if (typed.Count > WeekSchedule.Most)
        {
            reader.Add("Spans[0].Days", text["TooManySpans", WeekSchedule.Most]);
            return [];
        }

        var spans = typed.ConvertAll(each => Span(each.Span, each.Place, reader));
        foreach (var (place, fault) in WeekSchedule.Find(spans))
        {
            var shown = typed[place].Place;
            var field = Field(shown);
            var at = fault is WeekSpanFault.NoDays or WeekSpanFault.Overlaps ? field + ".Days" : field + ".From";
            if (!reader.HasProblem(field + ".From"))
            {
                reader.Add(at, Fault(shown, "SpanFault." + fault));
            }
        }

        return spans;
    }

    private static string Field(int place) => $"Spans[{place}]";

    /// <summary>The list of what is wrong stands far from the span that it is about.</summary>
    private string Fault(int place, string key) => text["SpanProblem", place + 1, text[key]];

    private WeekSpan Span(SpanForm form, int place, FormReader reader)
    {
        var days = SpanForm.Choices.FirstOrDefault(choice => choice.Name == form.Days).Days ?? [];
        var span = new WeekSpan(days, SpanForm.Read(form.From, out var fromIsTime), SpanForm.Read(form.Until, out var untilIsTime));
        if (!fromIsTime || !untilIsTime)
        {
            reader.Add(Field(place) + ".From", Fault(place, "NoTime"));
        }

        return span;
    }
}
