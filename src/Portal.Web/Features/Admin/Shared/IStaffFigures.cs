using System.Globalization;
using Portal.Web.Data;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// What one feature has to count for the staff's first page (ADMIN-9): what came in which time, and how things stand.
/// Everything is counted in the same statement as what waits. A feature joins by registering one.
/// </summary>
public interface IStaffFigures
{
    /// <summary>What came; each row has a cell for each of the periods.</summary>
    IEnumerable<FigureRow> Came(IReadOnlyList<PortalTenant> tenants, IReadOnlyList<FigurePeriod> periods) => [];

    /// <summary>How things stand now; each row has one cell.</summary>
    IEnumerable<FigureRow> Stands(IReadOnlyList<PortalTenant> tenants) => [];

    /// <summary>A table of its own; null where there is none.</summary>
    FigureTable? Table(IReadOnlyList<PortalTenant> tenants, DateOnly today) => null;
}

/// <summary>The last days, today among them.</summary>
/// <param name="From">The first of them, where the reader is.</param>
/// <param name="Since">When that day begins.</param>
public sealed record FigurePeriod(int Days, DateOnly From, DateTimeOffset Since)
{
    /// <summary>As lists take it in their addresses.</summary>
    public string Typed => Day(From);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>
/// What one cell counts, and the values it counts by. Its conditions read them here and nowhere else, and it shares no
/// object with another cell, so that all of them are compiled together.
/// </summary>
public abstract record FigureAsk
{
    /// <summary>What decides how the query is put together, beside the type; compared by value, one of few.</summary>
    public abstract object Shape { get; }

    /// <returns>One of each row that counts.</returns>
    public abstract IQueryable<Guid> Rows(PortalDbContext db);
}

/// <summary>One of them among all that a page counts.</summary>
public sealed record FigureCount(string Key, FigureAsk Ask) : HomeAsk
{
    public override object Shape => (Key, Ask.GetType(), Ask.Shape);

    public override IEnumerable<HomeCount> Counts(PortalDbContext db) => [new(Key, Ask.Rows(db))];
}

/// <param name="Path">The list behind it; null for whoever may not see it.</param>
public sealed record FigureCell(FigureAsk Ask, string? Path);

public sealed record FigureRow(string Label, IReadOnlyList<FigureCell> Cells)
{
    /// <summary>More than none is a fault.</summary>
    public bool IsBad { get; init; }
}

/// <param name="Heads">Of the columns; the first is that of the labels.</param>
public sealed record FigureTable(string Title, IReadOnlyList<string> Heads, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>The cells of a row divide it: nothing is in two of them. Such a table has a chart.</summary>
    public bool AreShares { get; init; }
}
