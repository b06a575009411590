using System.Linq.Expressions;
using Portal.Rules.Cases.Filters;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases.Filters;

/// <summary>One condition on a case, for the database. Values are parameters, never part of the statement.</summary>
internal static class CaseCondition
{
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2300, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Expression<Func<SupportCase, bool>> Number(FilterOperator compared, int number) => compared switch
    {
        FilterOperator.Is => row => row.Number == number,
        FilterOperator.IsNot => row => row.Number != number,
        FilterOperator.Before => row => row.Number < number,
        FilterOperator.After => row => row.Number > number,
        _ => throw new ArgumentOutOfRangeException(nameof(compared)),
    };

    /// <summary>Compared however it is written: width, case, kana (IV-03).</summary>
    public static Expression<Func<SupportCase, bool>> Subject(FilterCondition condition)
    {
        var key = CanonicalText.SearchKey(condition.Value);
        return condition.Operator switch
        {
            FilterOperator.Is => row => row.SubjectKey == key,
            FilterOperator.IsNot => row => row.SubjectKey != key,
            FilterOperator.Contains => row => row.SubjectKey.Contains(key),
            FilterOperator.Lacks => row => !row.SubjectKey.Contains(key),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
    }

    public static Expression<Func<SupportCase, bool>> Moment(FilterCondition condition, DateTimeOffset now,
        Func<DateOnly, DateTimeOffset> startOfDay)
    {
        if (condition.Operator == FilterOperator.Empty)
        {
            return row => row.ClosedAt == null;
        }

        var (from, until) = Span(condition, now, day => startOfDay(day).ToUniversalTime());
        return condition.Field switch
        {
            CaseField.Created => row => row.CreatedAt >= from && row.CreatedAt < until,
            CaseField.Updated => row => row.UpdatedAt >= from && row.UpdatedAt < until,
            CaseField.Closed => row => row.ClosedAt >= from && row.ClosedAt < until,
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
    }

    public static Expression<Func<SupportCase, bool>> Not(Expression<Func<SupportCase, bool>> holds) =>
        Expression.Lambda<Func<SupportCase, bool>>(Expression.Not(holds.Body), holds.Parameters);

    private static (DateTimeOffset From, DateTimeOffset Until) Span(FilterCondition condition, DateTimeOffset now,
        Func<DateOnly, DateTimeOffset> startOf) => condition.Operator switch
        {
            FilterOperator.Is => (startOf(condition.Day), startOf(condition.Day.AddDays(1))),
            FilterOperator.Before => (Earliest, startOf(condition.Day)),
            FilterOperator.After => (startOf(condition.Day.AddDays(1)), Latest),
            FilterOperator.Within => (now.AddDays(-condition.Number), Latest),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
}
