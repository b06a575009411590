using System.Linq.Expressions;

namespace Portal.Web.Lists;

/// <summary>Conditions of a list that are there where somebody asks for them.</summary>
public static class GivenConditions
{
    /// <summary>
    /// Leaves out what is not asked for, instead of a condition that holds without it: a page with dozens of counts
    /// spends most of its time in reading conditions.
    /// </summary>
    public static IQueryable<T> WhereGiven<T, TValue>(this IQueryable<T> rows, TValue? value,
        Func<TValue, Expression<Func<T, bool>>> holds)
        where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(holds);
        return value is { } given ? rows.Where(holds(given)) : rows;
    }

    /// <summary>
    /// The same of a condition that reads the value from what is asked, so that it can be compiled.
    /// </summary>
    public static IQueryable<T> WhereGiven<T, TValue>(this IQueryable<T> rows, TValue? value, Expression<Func<T, bool>> holds)
        where TValue : struct => value is null ? rows : rows.Where(holds);
}
