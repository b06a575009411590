using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Calendars;
using Portal.Rules.Points;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;
using Portal.Web.Features.Shared.Points;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Admin.Points;

/// <summary>What the form asks for, understood.</summary>
public sealed record GrantAsked(PointGrant Grant, string Reason);

/// <summary>Turns the form into the grant to be.</summary>
public sealed class GrantInput(FormWords words, PointWords points, IStringLocalizer<PointStaffText> text)
{
    private static readonly WholeNumberField Amount = new(1, PointLimits.Amount);
    private static readonly LineField What = new(PointLimits.What, Required: true);
    private static readonly ReasonField Reason = new();

    public FormReader Reader() => words.Reader(field => text[field]);

    /// <summary>What the form begins with.</summary>
    public static GrantForm Begin(PointSpan span) => new() { From = Typed(span.From), Until = Typed(span.Until) };

    /// <param name="known">The contract's periods.</param>
    public GrantAsked Read(GrantForm form, FormReader reader, IReadOnlyList<PointPeriod> known, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var amount = reader.Read(Amount, nameof(form.Amount), form.Amount);
        var from = Needed(reader, new DateField { Within = DayBounds.Around(today) }, nameof(form.From), form.From);
        var until = Needed(reader, new DateField(), nameof(form.Until), form.Until);
        var spans = known.Select(period => period.Span).ToList();
        if (from is { } first && until is { } last && !reader.HasProblem(nameof(form.From))
            && PointPeriods.FaultOf(spans, new PointSpan(first, last), today) is { } fault)
        {
            reader.Add(nameof(form.Until), Say(fault, PointPeriods.InTheWay(spans, new PointSpan(first, last))));
        }

        var what = reader.Read(What, nameof(form.What), form.What);
        var reason = reader.Read(Reason, nameof(form.Reason), form.Reason);
        return new GrantAsked(new PointGrant(amount ?? 0, new PointSpan(from ?? today, until ?? today), what), reason);
    }

    /// <param name="allowed">The period that has some of the days.</param>
    public string Say(PointPeriodFault fault, PointSpan? allowed) =>
        text["Fault." + fault, allowed is { } span ? points.Days(span) : ""];

    /// <summary>The form as it was understood, for the check page.</summary>
    public static void Show(GrantForm form, GrantAsked asked)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(asked);
        form.Asked = asked;
        form.Amount = asked.Grant.Amount.ToString(CultureInfo.InvariantCulture);
        (form.From, form.Until) = (Typed(asked.Grant.Span.From), Typed(asked.Grant.Span.Until));
        (form.What, form.Reason) = (asked.Grant.What, asked.Reason);
    }

    private static DateOnly? Needed(FormReader reader, DateField field, string name, string? typed)
    {
        var day = reader.Read(field, name, typed);
        if (day is null && !reader.HasProblem(name))
        {
            reader.Add(name, new FieldFault.Missing());
        }

        return day;
    }

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
