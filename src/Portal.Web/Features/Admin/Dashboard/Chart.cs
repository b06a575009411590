namespace Portal.Web.Features.Admin.Dashboard;

/// <summary>
/// One series as bars, drawn on the server: only numbers, so that no style attribute is needed (CSP).
/// </summary>
/// <param name="Key">Names the series in texts and style sheet.</param>
public sealed record Chart(string Key, IReadOnlyList<HourFigures> Hours, Func<HourFigures, int> Value)
{
    public const int Height = 100;
    public const int Step = 20;
    public const int BarWidth = 16;

    public int Width => Hours.Count * Step;

    public int Sum => Hours.Sum(Value);

    public int Most => Hours.Max(Value);

    public HourFigures Peak => Hours.MaxBy(Value)!;

    public IEnumerable<(int X, int Y, int Height)> Bars => Hours
        .Select((hour, index) => (X: index * Step, Height: HeightOf(Value(hour))))
        .Where(bar => bar.Height > 0)
        .Select(bar => (bar.X, Height - bar.Height, bar.Height));

    // A single event in a busy day must not vanish.
    private int HeightOf(int value) => value == 0 ? 0 : Math.Max(2, value * Height / Most);
}
