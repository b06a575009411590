using System.Globalization;
using System.Text;
using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Dashboard;

/// <summary>One hour as a bar.</summary>
/// <param name="Href">The events it counts; null where there are none or where one may not read them.</param>
public sealed record ChartBar(int X, int Y, int Height, bool IsOver, string? Href);

/// <summary>
/// One series of today as bars, the same day a week ago as a line behind them; drawn on the server: only numbers, so
/// that no style attribute is needed (CSP).
/// </summary>
public sealed record Chart(AuditSeries Series, DayFigures Day, Func<Figures, int> Value, bool Leads)
{
    public const int Height = 100;
    public const int Step = 20;
    public const int BarWidth = 16;

    /// <summary>An hour with more than this was never a quiet one; what is below is drawn to the same height.</summary>
    private const int LowestTop = 5;

    private const int HoursBetweenMarks = 6;

    public string Key => Series.Key;

    public IReadOnlyList<HourFigures> Hours => Day.Hours;

    public int Width => Hours.Count * Step;

    public int Sum => Hours.Sum(hour => Value(hour.Today));

    /// <summary>Until the hour that runs.</summary>
    public int SumWeekAgo => Hours.Where(hour => !hour.IsAhead).Sum(hour => Value(hour.WeekAgo));

    /// <summary>The upper end of the axis: the next of 5, 10, 20, 50, 100 …</summary>
    public int Top { get; } = TopOf(Day.Hours.Max(hour => Math.Max(Value(hour.Today), Value(hour.WeekAgo))));

    public IEnumerable<HourFigures> Marks => Hours.Where((_, index) => index % HoursBetweenMarks == 0).Append(Hours[^1]);

    public IEnumerable<ChartBar> Bars => Hours.Select((hour, index) => (hour, index)).Where(each => Value(each.hour.Today) > 0)
        .Select(each => (each.hour, X: each.index * Step, Height: HeightOf(Value(each.hour.Today))))
        .Select(bar => new ChartBar(bar.X, Height - bar.Height, bar.Height, IsOver(bar.hour), Link(bar.hour)));

    /// <summary>The week before, as the outline that its bars would have.</summary>
    public string Outline
    {
        get
        {
            var path = new StringBuilder("M0 ").Append(Height);
            foreach (var (hour, index) in Hours.Select((hour, index) => (hour, index)))
            {
                path.Append(CultureInfo.InvariantCulture, $"V{Height - HeightOf(Value(hour.WeekAgo))}H{(index + 1) * Step}");
            }

            return path.Append('V').Append(Height).ToString();
        }
    }

    /// <summary>The events of that hour in the audit log.</summary>
    public string? Link(HourFigures hour)
    {
        ArgumentNullException.ThrowIfNull(hour);
        if (!Leads || Value(hour.Today) == 0)
        {
            return null;
        }

        var number = (int)(hour.Hour - Hours[0].Hour).TotalHours;
        return string.Create(CultureInfo.InvariantCulture,
            $"{StaffPaths.Audit}?kind={Uri.EscapeDataString(Series.Word)}&from={Day.Day:yyyy-MM-dd}&to={Day.Day:yyyy-MM-dd}&hour={number}");
    }

    public bool IsOver(HourFigures hour)
    {
        ArgumentNullException.ThrowIfNull(hour);
        return (Series == AuditSeries.Failures && hour.Today.TooManyFail)
            || (Series == AuditSeries.Lockouts && hour.Today.TooManyAreLocked(hour.WeekAgo));
    }

    private static int TopOf(int most)
    {
        for (var top = LowestTop; ; top *= 10)
        {
            if (Array.Find([top, 2 * top, 4 * top], each => each >= most) is > 0 and var found)
            {
                return found;
            }
        }
    }

    // A single event in a busy day must not vanish.
    private int HeightOf(int value) => value == 0 ? 0 : Math.Max(2, value * Height / Top);
}
