using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data.Compiled;

/// <summary>
/// Queries whose plan is the same for all values, which PostgreSQL cannot know: where a contract has thousands of rows
/// and most have ten, it takes the plan that it makes for each for the better one, and makes it each time.
/// </summary>
public static class OnePlanExtensions
{
    private const string Tag = "One plan for all values.";

    /// <summary>For a query that reads the first rows of one index, whatever its values are.</summary>
    public static IQueryable<T> WithOnePlan<T>(this IQueryable<T> rows) => rows.TagWith(Tag);

    /// <summary>Whether a statement is of such a query.</summary>
    internal static bool HasOnePlan(string statement) => statement.StartsWith("-- " + Tag, StringComparison.Ordinal);
}
