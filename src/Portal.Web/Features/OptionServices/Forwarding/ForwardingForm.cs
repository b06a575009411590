using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.OptionServices;
using Portal.Web.Domain.Telephony;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices.Forwarding;

/// <summary>Call forwarding, as typed.</summary>
public sealed class ForwardingForm : OptionForm
{
    [InDraft]
    public string? Mode { get; set; }

    [InDraft]
    public IList<string> Conditions { get; set; } = [];

    [InDraft]
    public string? Seconds { get; set; }

    [InDraft]
    public string? Target { get; set; }

    /// <summary>The schedule as fields.</summary>
    public IList<SpanForm> Spans { get; set; } = [];

    /// <summary>The schedule in one piece, as check pages send it on.</summary>
    [InDraft]
    public IList<string> Schedule { get; set; } = [];

    [BindNever]
    public override OptionService Service => OptionService.Forwarding;

    public override void Show(OptionSettings settings)
    {
        var forwarding = (ForwardingSettings)settings;
        Mode = forwarding.Mode.ToString();
        Conditions = [.. ForwardingInput.Conditions.Where(each => each.Holds(forwarding)).Select(each => each.Name)];
        Seconds = forwarding.Seconds.ToString(CultureInfo.InvariantCulture);
        Target = forwarding.Target.Length > 0 ? E164.Shown(forwarding.Target) : "";
        Schedule = [.. forwarding.Schedule.Select(span => SpanForm.Of(span).Packed)];
        Unfold();
    }

    public override void Unfold()
    {
        // A field that was sent empty is bound as null.
        var packed = Schedule.OfType<string>().ToList();
        if (packed.Count > 0)
        {
            Spans = [.. packed.Take(WeekSchedule.Most + 1).Select(SpanForm.Unpack)];
        }

        while (Spans.Count < WeekSchedule.Most)
        {
            Spans.Add(new SpanForm());
        }
    }
}
