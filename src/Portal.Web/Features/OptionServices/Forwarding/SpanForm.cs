using System.Globalization;
using Portal.Rules.OptionServices;
using Portal.Rules.Text;
using Portal.Web.Forms;

namespace Portal.Web.Features.OptionServices.Forwarding;

/// <summary>One span of a schedule, as typed.</summary>
public sealed class SpanForm
{
    private static readonly string[] Forms = ["H:mm", "HH:mm", "HH:mm:ss"];

    /// <summary>Groups of days that are chosen as one, and each day for itself.</summary>
    public static readonly IReadOnlyList<(string Name, DayOfWeek[] Days)> Choices =
    [
        ("Everyday", [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
            DayOfWeek.Sunday]),
        ("Weekdays", [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]),
        ("MondayToThursday", [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday]),
        ("Weekend", [DayOfWeek.Saturday, DayOfWeek.Sunday]),
        .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
            DayOfWeek.Sunday }.Select(day => (day.ToString(), new[] { day })),
    ];

    [InDraft]
    public string? Days { get; set; }

    [InDraft]
    public string? From { get; set; }

    [InDraft]
    public string? Until { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Days + From + Until);

    internal string Packed => string.Join('|', Days, From, Until);

    internal static SpanForm Unpack(string packed)
    {
        var parts = packed.Split('|');
        return new SpanForm { Days = parts[0], From = parts.ElementAtOrDefault(1), Until = parts.ElementAtOrDefault(2) };
    }

    internal static SpanForm Of(WeekSpan span) => new() { Days = NameOf(span), From = Text(span.From), Until = Text(span.Until) };

    internal static string NameOf(WeekSpan span) =>
        Choices.FirstOrDefault(choice => choice.Days.Order().SequenceEqual(span.Days.Order())).Name;

    /// <param name="isTime">False where something was typed that is no time.</param>
    internal static TimeOnly? Read(string? typed, out bool isTime)
    {
        var text = CanonicalText.Identifier(typed ?? "");
        isTime = TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || text.Length == 0;
        return text.Length == 0 || !isTime ? null : new TimeOnly(time.Hour, time.Minute);
    }

    private static string? Text(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
