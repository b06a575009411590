using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

public sealed record CountedCell(int Count, string? Path);

public sealed record CountedRow(string Label, bool IsBad, IReadOnlyList<CountedCell> Cells);

public sealed record CountedTable(string Title, IReadOnlyList<string> Heads, IReadOnlyList<CountedRow> Rows)
{
    /// <inheritdoc cref="FigureTable.AreShares"/>
    public bool AreShares { get; init; }
}

/// <summary>
/// Puts the features' figures together (ADMIN-9). Large ones are known for ten seconds, as those of the day are: they
/// say how things go. What waits is asked each time.
/// </summary>
public sealed class FigureBoard(IEnumerable<IStaffFigures> figures, StaffReach reach, LargeCounts large, IDisplayTime time,
    TimeProvider clock, IStringLocalizer<AdminText> text)
{
    /// <param name="count">Counts them where they are not known, with what else the page counts (PERF-2).</param>
    public async Task<IReadOnlyList<CountedTable>> ReadAsync(IReadOnlyList<PortalTenant> tenants,
        Func<IReadOnlyList<HomeAsk>, Task<HomeCounts>> count)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(count);
        var today = DateOnly.FromDateTime(time.ToZone(clock.GetUtcNow()).DateTime);
        var (day, week, month) = (Period(today, 1), Period(today, 7), Period(today, 30));

        // All that differs from one reader to the next: how far one sees, one's zone and language.
        var of = (nameof(FigureBoard), day.Since, week.Since, month.Since, CultureInfo.CurrentUICulture.Name, reach.IsAdministrator);
        return await large.OfAsync(tenants.Select(tenant => tenant.Id), "outbox", of,
            () => CountAsync(Tables(tenants, [day, week, month]), count),
            counted => counted.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Max(cell => (int?)cell.Count) ?? 0);
    }

    private IReadOnlyList<FigureTable> Tables(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods)
    {
        FigureTable came = new(text["FiguresCame"],
            [text["FigureItem"], .. periods.Select(period => text[$"Period.{period.Days}"].Value)],
            [.. figures.SelectMany(each => each.Came(tenants, periods))]);
        FigureTable stands = new(text["FiguresStand"], [text["FigureItem"], text["FigureCount"]],
            [.. figures.SelectMany(each => each.Stands(tenants))]);
        return [.. figures.Select(each => each.Table(tenants, periods[0].From)).OfType<FigureTable>().Prepend(came).Append(stands)
            .Where(table => table.Rows.Count > 0)];
    }

    private static async Task<IReadOnlyList<CountedTable>> CountAsync(IReadOnlyList<FigureTable> tables,
        Func<IReadOnlyList<HomeAsk>, Task<HomeCounts>> count)
    {
        var counts = await count([.. tables.SelectMany((table, at) => table.Rows.SelectMany((row, line) =>
            row.Cells.Select((cell, place) => new FigureCount(Key(at, line, place), cell.Ask))))]);
        return [.. tables.Select((table, at) => new CountedTable(table.Title, table.Heads,
            [.. table.Rows.Select((row, line) => new CountedRow(row.Label, row.IsBad,
                [.. row.Cells.Select((cell, place) => new CountedCell(counts[Key(at, line, place)], cell.Path))]))])
            {
                AreShares = table.AreShares,
            })];
    }

    private FigurePeriod Period(DateOnly today, int days)
    {
        var from = today.AddDays(1 - days);
        return new FigurePeriod(days, from, time.StartOfDay(from));
    }

    private static string Key(int table, int row, int cell) =>
        string.Create(CultureInfo.InvariantCulture, $"figures/{table}/{row}/{cell}");
}
