using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

public sealed record CountedCell(int Count, string? Path);

public sealed record CountedRow(string Label, bool IsBad, IReadOnlyList<CountedCell> Cells);

public sealed record CountedTable(string Title, IReadOnlyList<string> Heads, IReadOnlyList<CountedRow> Rows);

/// <summary>
/// Puts the features' figures together, and their counts into the one statement of the page (ADMIN-9, PERF-2).
/// </summary>
public sealed class FigureBoard(IEnumerable<IStaffFigures> figures, IDisplayTime time, TimeProvider clock,
    IStringLocalizer<AdminText> text)
{
    private static readonly int[] Days = [1, 7, 30];

    public IReadOnlyList<FigureTable> Of(IReadOnlyList<PortalTenant> tenants)
    {
        var today = DateOnly.FromDateTime(time.ToZone(clock.GetUtcNow()).DateTime);
        IReadOnlyList<FigurePeriod> periods = [.. Days.Select(days => Period(today, days))];
        FigureTable came = new(text["FiguresCame"], [text["FigureItem"], .. Days.Select(days => text["Period." + days].Value)],
            [.. figures.SelectMany(each => each.Came(tenants, periods))]);
        FigureTable stands = new(text["FiguresStand"], [text["FigureItem"], text["FigureCount"]],
            [.. figures.SelectMany(each => each.Stands(tenants))]);
        return [.. new[] { came }.Concat(figures.Select(each => each.Table(tenants, today)).OfType<FigureTable>()).Append(stands)
            .Where(table => table.Rows.Count > 0)];
    }

    public static IEnumerable<HomeCount> Counts(IReadOnlyList<FigureTable> tables) =>
        Each(tables).Select(each => new HomeCount(each.Key, each.Cell.Rows));

    public static IReadOnlyList<CountedTable> Read(IReadOnlyList<FigureTable> tables, HomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return [.. tables.Select((table, at) => new CountedTable(table.Title, table.Heads,
            [.. table.Rows.Select((row, line) => new CountedRow(row.Label, row.IsBad,
                [.. row.Cells.Select((cell, place) => new CountedCell(counts[Key(at, line, place)], cell.Path))]))]))];
    }

    private FigurePeriod Period(DateOnly today, int days)
    {
        var from = today.AddDays(1 - days);
        return new FigurePeriod(days, from, time.StartOfDay(from));
    }

    private static IEnumerable<(string Key, FigureCell Cell)> Each(IReadOnlyList<FigureTable> tables) =>
        tables.SelectMany((table, at) => table.Rows.SelectMany((row, line) =>
            row.Cells.Select((cell, place) => (Key(at, line, place), cell))));

    private static string Key(int table, int row, int cell) =>
        string.Create(CultureInfo.InvariantCulture, $"figures/{table}/{row}/{cell}");
}
